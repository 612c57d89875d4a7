import { isBinary, operationsOf, requestOf, resolve, answerOf, type Contract, type Schema } from '../contract/contract.ts';
import { answerName, requestName } from '../contract/validatorSubjects.ts';
import { requestExamples } from '../contract/requestExamples.ts';
import type { Path, Problem } from '../problem.ts';

type Check = ((value: unknown) => boolean) & { errors?: { instancePath: string; keyword: string }[] | null };

/**
 * Whether each example stands what the generated code checks: Redocly, which has looked at them before, knows nothing of limits in bytes. A test, the sandbox and
 * the docs use them.
 */
export function checkExampleValues(contract: Contract, code: string): Problem[] {
  const checks = evaluated(code);
  return operationsOf(contract).flatMap(({ path, method, operation }) => {
    const at: Path = ['paths', path, method];
    const request = requestExamples(contract, operation).map(({ name, value, at: placed }) => ({
      place: ([field, ...steps]: string[]): Path => [...at, ...placed(field), ...steps],
      name,
      check: checks[requestName(contract, operation)],
      value: withFiles(contract, requestOf(contract, operation).schema, value),
    }));
    const answers = Object.entries(operation.responses).flatMap(([status, response]) =>
      Object.entries(resolve(contract, response).content ?? {}).flatMap(([mediaType, { schema, examples = {} }]) => {
        const named =
          schema?.$ref?.split('/').at(-1) ??
          (answerOf(contract, operation).schema === schema ? answerName(contract, operation) : undefined);
        return Object.entries(examples).map(([name, { value }]) => ({
          place: (steps: string[]): Path => [...at, 'responses', status, 'content', mediaType, 'examples', name, 'value', ...steps],
          name,
          check: named === undefined ? undefined : checks[named],
          value,
        }));
      }),
    );
    return [...request, ...answers].flatMap((example) => {
      const { check } = example;
      if (!check || check(example.value)) return [];
      const { instancePath, keyword } = check.errors![0]!;
      const steps = instancePath
        .split('/')
        .slice(1)
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
      return [
        {
          path: example.place(steps),
          says: `The example ${example.name} breaks the rule ${keyword}${steps.length > 0 ? ` of ${steps.join('.')}` : ''}.`,
          remedy: 'Change the example or the schema, so that the one fits the other.',
        },
      ];
    });
  });
}

/** The very code that is to be written, run here. */
function evaluated(code: string): Record<string, Check> {
  const names = [...code.matchAll(/^export const (\w+) = /gm)].map(([, name]) => name!);
  const body = code.replaceAll(/^import .*$/gm, '').replaceAll(/^export const /gm, 'const ');
  const helpers = {
    utf8Length,
    codePoints: (text: string) => [...text].length,
    equal: (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b),
  };
  const make = new Function(...Object.keys(helpers), `${body}\nreturn { ${names.join(', ')} };`) as (
    ...of: unknown[]
  ) => Record<string, Check>;
  return make(...Object.values(helpers));
}

function utf8Length(text: string): number {
  return Buffer.byteLength(text);
}

/** A document can hold a file only as text; a program has it as one. */
function withFiles(contract: Contract, { properties = {} }: Schema, example: unknown): unknown {
  if (example === null || typeof example !== 'object') return example;
  const asFile = (name: string, value: unknown): unknown => {
    const field = resolve(contract, properties[name] ?? {});
    if (isBinary(field)) return new Blob([String(value)]);
    const isOfFiles = field.type === 'array' && isBinary(resolve(contract, (field.items ?? {}) as Schema));
    return isOfFiles && Array.isArray(value) ? value.map((item) => new Blob([String(item)])) : value;
  };
  return Object.fromEntries(Object.entries(example).map(([name, value]) => [name, asFile(name, value)]));
}
