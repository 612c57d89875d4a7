import { exampleAnswerOf } from './exampleAnswer.ts';
import {
  answerOf,
  isBinary,
  itemOf,
  operationsOf,
  requestOf,
  resolve,
  successOf,
  type Advice,
  type Contract,
  type Operation,
  type Response,
  type Schema,
} from './contract.ts';
import { requestName } from './generateValidators.ts';
import { propertiesOf } from './schemas/propertiesOf.ts';
import { typesOf } from './schemas/typesOf.ts';
import { SpecError } from './specError.ts';
import { header, literal, quote } from './typescriptText.ts';
import type { Outputs } from './outputs.ts';

/** What the sandbox serves: a route for each operation, and a scenario for each answer of the error model. */
export function generateSandbox(contract: Contract): Outputs {
  return new Map([
    ['routes.ts', routes(contract)],
    ['scenarios.ts', scenarios(contract)],
  ]);
}

// ---- routes ----

function routes(contract: Contract): string {
  const all = operationsOf(contract);
  const validators = [...new Set(all.map(({ operation }) => `validate${requestName(contract, operation)}`))].sort();
  const rows = all.map(({ path, method, operation }) => {
    const { encoding, schema } = requestOf(contract, operation);
    const facts = {
      operationId: operation.operationId,
      summary: operation.summary,
      method: method.toUpperCase(),
      path,
      encoding,
      fields: Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, field]) => [name, fieldOf(contract, field)])),
      required: schema.required ?? [],
      scenarioField: scenarioField(contract, schema),
      success: success(contract, operation),
    };
    return literal(facts, '  ').replace(/\n {2}\}$/, `\n    validate: validate${requestName(contract, operation)},\n  }`);
  });
  return `${header}
import { ${validators.join(', ')} } from '@finauth-sdk/validator';
import type { Route } from '../route.ts';

/** Every operation of the API, as something to be served. */
export const routes: readonly Route[] = [
${rows.map((row) => `  ${row},\n`).join('')}];
`;
}

/** How a part of a form, or of a query, becomes a value of this schema. */
function fieldOf(contract: Contract, field: Schema): { kind: string; many: boolean; maxBytes?: number } {
  const item = itemOf(contract, field);
  const limit = item['x-maxBytes'] as number | undefined;
  return { kind: kindOf(contract, item), many: resolve(contract, field).type === 'array', ...(limit !== undefined && { maxBytes: limit }) };
}

/** What may be text is: whatever a form carries can be read as that. */
function kindOf(contract: Contract, schema: Schema): string {
  if (isBinary(schema)) return 'file';
  const types = [...typesOf(contract, schema)];
  if (types.includes('string')) return 'text';
  if (types.every((type) => type === 'integer' || type === 'number')) return 'number';
  return types.every((type) => type === 'boolean') ? 'boolean' : 'json';
}

/** The field that asks for a scenario: the first required text that is not the signature's. */
function scenarioField(contract: Contract, schema: Schema): string | undefined {
  const { fields } = contract['x-signature'];
  return schema.required?.find(
    (name) => !Object.values(fields).includes(name) && fieldOf(contract, schema.properties?.[name] ?? {}).kind === 'text',
  );
}

/** The spec's example of success, and which of its fields are new with each call. */
function success(contract: Contract, operation: Operation): object {
  const status = successOf(operation);
  const example = exampleAnswerOf(contract, operation);
  const properties = propertiesOf(contract, answerOf(contract, operation).schema);
  const lifetimes = Object.entries(properties).flatMap(([name, field]) => {
    const seconds = resolve(contract, field)['x-lifetimeSeconds'];
    return typeof seconds === 'number' && Object.hasOwn(example, name) ? [[name, seconds] as const] : [];
  });
  const tokens = Object.fromEntries(lifetimes);
  const unique = Object.entries(example).flatMap(([name, value]) =>
    typeof value === 'string' && isUnique(value) && !(name in tokens) ? [name] : [],
  );
  return { status: Number(status), example, tokens, unique };
}

/** FinAuth's IDs are a time, a comma and a UUID. */
function isUnique(value: string): boolean {
  return /^\d+,[0-9a-f-]{36}$/.test(value);
}

// ---- scenarios ----

export interface DocumentedAnswer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

export interface Scenario extends DocumentedAnswer {
  meaning: string;
  /** The operation whose success it is, where it is one. */
  operation?: string;
}

interface NamedExample {
  name: string;
  summary: string | undefined;
  answer: DocumentedAnswer;
}

const SUCCESS = 'ok';
/** What a test ID begins with. */
export const livenessPrefix = 'sandbox-';

function scenarios(contract: Contract): string {
  const all = scenariosOf(contract);
  const names = [SUCCESS, ...Object.keys(all)];
  return `${header}
import type { Scenario } from '../scenario.ts';

/** What a test liveness_id begins with. */
export const livenessPrefix = ${quote(livenessPrefix)};

/** A liveness_id for each answer that FinAuth is known to give, by the answer's name: a code, a reason, or a gateway's status. */
export const liveness = ${literal(Object.fromEntries(names.map((name) => [name, livenessPrefix + name])))} as const;

/** The name of an answer. */
export type ScenarioName = keyof typeof liveness;

/** Every answer but the usual success, as the spec's examples have it. */
export const scenarios: Readonly<Record<Exclude<ScenarioName, '${SUCCESS}'>, Scenario>> = ${literal(all)};
`;
}

/**
 * One scenario for each code (or, where it has reasons, each reason) under its own name, one for each gateway under its status, and one for each
 * example of a failure that is left, under the example's name.
 */
export function scenariosOf(contract: Contract): Record<string, Scenario> {
  const model = contract['x-error-model'];
  const left = new Set(failureExamples(contract));
  const named: [string, Scenario][] = [];
  const add = (name: string, advice: Pick<Advice, 'meaning'>, answer: DocumentedAnswer): void => {
    if (name === SUCCESS || named.some(([taken]) => taken === name))
      throw new SpecError(`- ${name} is the name of two answers: the sandbox needs one for each. Rename one.`);
    named.push([name, { meaning: advice.meaning, ...answer }]);
  };
  const take = (fits: (answer: DocumentedAnswer) => boolean): DocumentedAnswer | undefined => {
    const found = [...left].find(({ answer }) => fits(answer));
    if (found) left.delete(found);
    return found?.answer;
  };

  for (const [code, { status, reasons, ...advice }] of Object.entries(model.codes)) {
    for (const [name, its] of Object.entries(reasons ?? { [code]: advice })) {
      const error = name === code ? code : `${code}: ${name}`;
      const example = take(
        (answer) => answer.status === status && (errorOf(answer) === error || errorOf(answer)?.startsWith(`${error}: `) === true),
      );
      add(name, its, example ?? { status, headers: { 'Content-Type': 'application/json' }, body: { error } });
    }
  }
  for (const [status, advice] of Object.entries(model.gateways)) {
    const example = take((answer) => answer.status === Number(status));
    add(
      status,
      advice,
      example ?? { status: Number(status), headers: { 'Content-Type': 'text/html' }, body: `<html><body><h1>${status}</h1></body></html>` },
    );
  }
  for (const { name, summary, answer } of left) {
    // Of two of one name, which are of two statuses, the second says its own.
    const isTaken = named.some(([taken]) => taken === name);
    add(isTaken ? `${name}_${answer.status}` : name, { meaning: `${summary ?? name}.` }, answer);
  }
  for (const { name, summary, answer, operation } of furtherSuccesses(contract)) {
    const isTaken = name === SUCCESS || named.some(([taken]) => taken === name);
    add(isTaken ? `${operation}_${name}` : name, { meaning: `${summary ?? name}.` }, { ...answer, operation } as DocumentedAnswer);
  }
  return Object.fromEntries(named);
}

/** Each example of success but the first, which is what a call gets that asks for nothing. */
function furtherSuccesses(contract: Contract): (NamedExample & { operation: string })[] {
  return operationsOf(contract).flatMap(({ operation }) => {
    const status = successOf(operation);
    const examples = examplesOf(contract, Number(status), resolve(contract, operation.responses[status]!));
    return examples.slice(1).map((example) => ({ ...example, operation: operation.operationId }));
  });
}

function errorOf({ body }: DocumentedAnswer): string | undefined {
  const error = (body as { error?: unknown } | null)?.error;
  return typeof error === 'string' ? error : undefined;
}

/** The named examples of every answer that is not success, each once: operations share their responses. */
function failureExamples(contract: Contract): NamedExample[] {
  const all = operationsOf(contract).flatMap(({ operation }) =>
    Object.entries(operation.responses)
      .filter(([status]) => status !== successOf(operation))
      .flatMap(([status, response]) => examplesOf(contract, Number(status), resolve(contract, response))),
  );
  return [...new Map(all.map((example) => [`${example.answer.status} ${example.name}`, example])).values()];
}

function examplesOf(contract: Contract, status: number, response: Response): NamedExample[] {
  const documented = Object.entries(response.headers ?? {}).flatMap(([name, its]) => {
    const { example } = resolve(contract, its);
    return example === undefined ? [] : [[name, String(example)] as const];
  });
  return Object.entries(response.content ?? {}).flatMap(([mediaType, { examples }]) =>
    Object.entries(examples ?? {}).map(([name, { summary, value }]) => ({
      name,
      summary,
      answer: { status, headers: { 'Content-Type': mediaType, ...Object.fromEntries(documented) }, body: value },
    })),
  );
}
