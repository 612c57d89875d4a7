import { operationsOf, resolve, successOf, type Advice, type Contract, type Operation, type Response } from '../contract/contract.ts';
import { operationErrors } from '../contract/operationErrors.ts';
import { SpecError } from '../specError.ts';
import { Code, header, literal, quote } from '../typescriptText.ts';

export interface DocumentedAnswer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

export interface Scenario extends DocumentedAnswer {
  meaning: string;
  isSuccess?: true;
}

interface NamedExample {
  name: string;
  summary: string | undefined;
  answer: DocumentedAnswer;
}

const SUCCESS = 'ok';
/** What a test ID begins with. */
export const livenessPrefix = 'sandbox-';

/** The answers of each operation, by the names that ask for them. */
export function generateScenarios(contract: Contract): string {
  const all = operationsOf(contract).map(({ operation }) => [operation.operationId, scenariosOf(contract, operation)] as const);
  const names = [...new Set([SUCCESS, ...all.flatMap(([, its]) => Object.keys(its))])];
  const ids = (these: string[]): object => Object.fromEntries(these.map((name) => [name, livenessPrefix + name]));
  const { answers, keys } = sharedAnswers(all);
  const table = all.map(([id, its]) => [
    id,
    Object.fromEntries(Object.keys(its).map((name) => [name, new Code(`answers[${quote(keys.get(its[name]!)!)}]`)])),
  ]);
  return `${header}
import type { Scenario } from '../api/scenario.ts';

/** What a test ID begins with. */
export const livenessPrefix = ${quote(livenessPrefix)};

/** A test ID for each answer that an operation is known to give, by the operation's ID and the answer's name: a code, a reason, or a gateway's status. */
export const testIds = ${literal(Object.fromEntries(all.map(([id, its]) => [id, ids([SUCCESS, ...Object.keys(its)])])))} as const;

/** The test IDs of all operations together. Each operation knows its own only: see \`testIds\`. */
export const liveness = ${literal(ids(names))} as const;

/** The name of an answer. */
export type ScenarioName = keyof typeof liveness;

/** Each answer once, as the spec's examples have it: operations share most of theirs. */
const answers = ${literal(Object.fromEntries(answers))} satisfies Readonly<Record<string, Scenario>>;

/** Every answer of each operation but its usual success, by the operation's ID and the answer's name. */
export const scenarios: Readonly<Record<string, Readonly<Record<string, Scenario>>>> = ${literal(Object.fromEntries(table))};
`;
}

/** Each answer by a key of its own: its name, and, where operations have different ones of that name, the operation that has it first. */
function sharedAnswers(all: (readonly [id: string, scenarios: Record<string, Scenario>])[]) {
  const answers = new Map<string, Scenario>();
  const keys = new Map<Scenario, string>();
  const known = new Map<string, string>();
  for (const [id, scenarios] of all) {
    for (const [name, scenario] of Object.entries(scenarios)) {
      const text = JSON.stringify([name, scenario]);
      const key = known.get(text) ?? (answers.has(name) ? `${name} of ${id}` : name);
      known.set(text, key);
      keys.set(scenario, key);
      answers.set(key, scenario);
    }
  }
  return { answers, keys };
}

/**
 * One scenario for each code of an operation (or, where it has reasons, each reason) under its own name, one for each gateway under its status, one for each
 * example of a failure that is left, and one for each example of success but the first, which is what a call gets that asks for nothing, under the example's name.
 */
export function scenariosOf(contract: Contract, operation: Operation): Record<string, Scenario> {
  const model = contract['x-error-model'];
  const own = operationErrors(contract, operation);
  const left = new Set(examplesOfFailures(contract, operation));
  const named: [string, Scenario][] = [];
  const isTaken = (name: string): boolean => name === SUCCESS || named.some(([taken]) => taken === name);
  const add = (name: string, { meaning }: Pick<Advice, 'meaning'>, answer: Omit<Scenario, 'meaning'>): void => {
    if (isTaken(name))
      throw new SpecError(`- ${name} is the name of two answers of ${operation.operationId}: the sandbox needs one for each. Rename one.`);
    named.push([name, { meaning, ...answer }]);
  };

  const shown = new Set<NamedExample>();
  for (const code of own.codes) {
    const { status, reasons, meaning } = model.codes[code]!;
    for (const [name, its] of Object.entries<Pick<Advice, 'meaning'>>(reasons ?? { [code]: { meaning } })) {
      if (reasons && !own.reasons.includes(name)) continue;
      const error = name === code ? code : `${code}: ${name}`;
      const says = [...left].filter(({ answer }) => errorOf(answer) === error || errorOf(answer)?.startsWith(`${error}: `) === true);
      // Of an answer under another status than the usual one a gateway may be the sender: it has that status for its name, too.
      const usual = says.filter(({ answer }) => answer.status === status);
      // Of many, the one that is called so: in whatever order they stand, the others keep their names.
      const example = usual.find((each) => each.name === name) ?? usual[0] ?? says[0];
      if (example === undefined) continue;
      if (example.answer.status === status) left.delete(example);
      else shown.add(example);
      add(name, its, example.answer);
    }
  }
  for (const status of own.gateways) {
    const example = [...left].find(({ answer }) => answer.status === Number(status));
    if (example === undefined) continue;
    left.delete(example);
    add(status, model.gateways[status]!, example.answer);
  }
  for (const example of left) {
    if (shown.has(example)) continue;
    const { name, summary, answer } = example;
    // Of two of one name, which are of two statuses, the second says its own.
    add(isTaken(name) ? `${name}_${answer.status}` : name, { meaning: `${summary ?? name}.` }, answer);
  }
  for (const { name, summary, answer } of furtherSuccesses(contract, operation)) {
    const isFree = !isTaken(name);
    add(isFree ? name : `${operation.operationId}_${name}`, { meaning: `${summary ?? name}.` }, { ...answer, isSuccess: true });
  }
  return Object.fromEntries(named);
}

function furtherSuccesses(contract: Contract, operation: Operation): NamedExample[] {
  const status = successOf(operation);
  return examplesOf(contract, Number(status), resolve(contract, operation.responses[status]!)).slice(1);
}

function errorOf({ body }: DocumentedAnswer): string | undefined {
  const error = (body as { error?: unknown } | null)?.error;
  return typeof error === 'string' ? error : undefined;
}

function examplesOfFailures(contract: Contract, operation: Operation): NamedExample[] {
  return Object.entries(operation.responses)
    .filter(([status]) => status !== successOf(operation))
    .flatMap(([status, response]) => examplesOf(contract, Number(status), resolve(contract, response)));
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
