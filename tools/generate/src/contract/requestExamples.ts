import { parametersOf, type Contract, type Operation, type Parameter } from './contract.ts';
import type { Path } from '../problem.ts';

/** An example of a request, as the spec has it. */
export interface RequestExample {
  name: string;
  value: unknown;
  /** Where a field of it stands, from the operation; without a name, where all of it does. */
  at: (field?: string) => Path;
}

/** The examples of what an operation takes. Those of a query stand with each parameter, and are put together by their names. */
export function requestExamples(contract: Contract, operation: Operation): RequestExample[] {
  if (operation.requestBody === undefined) return queryExamples(contract, operation);
  return Object.entries(operation.requestBody.content ?? {}).flatMap(([mediaType, { examples = {} }]) =>
    Object.entries(examples).map(([name, { value }]) => ({
      name,
      value,
      at: (field?: string) => ['requestBody', 'content', mediaType, 'examples', name, 'value', ...(field === undefined ? [] : [field])],
    })),
  );
}

function queryExamples(contract: Contract, operation: Operation): RequestExample[] {
  const parameters = parametersOf(contract, operation);
  const names = [...new Set(parameters.flatMap(({ examples = {} }) => Object.keys(examples)))];
  return (names.length === 0 ? ['example'] : names).map((name) => {
    const values = parameters.map((parameter) => [parameter.name, valueOf(contract, parameter, name)] as const);
    return {
      name,
      value: Object.fromEntries(values.filter(([, value]) => value !== undefined)),
      at: (field?: string) => {
        const index = parameters.findIndex((parameter) => parameter.name === field);
        return index < 0 ? ['parameters'] : ['parameters', index];
      },
    };
  });
}

/** Undefined for a parameter that has none. The signature has that of `signature.yaml`. */
function valueOf(contract: Contract, { name, example, examples = {} }: Parameter, wanted: string): unknown {
  const { fields, algorithm, example: signature } = contract['x-signature'];
  const own = Object.hasOwn(examples, wanted) ? examples[wanted]!.value : (example ?? Object.values(examples)[0]?.value);
  if (own !== undefined) return own;
  return { [fields.sign]: signature['sign'], [fields.version]: algorithm }[name];
}

/** The fields of the first example that the spec has of an operation's request. */
export function requestExample(contract: Contract, operation: Operation): Record<string, unknown> {
  return (requestExamples(contract, operation)[0]?.value ?? {}) as Record<string, unknown>;
}
