import { operationsOf, resolve, successOf, type Contract } from '../contract/contract.ts';
import type { Path, Problem } from '../problem.ts';

interface FoundExample {
  operationId: string;
  path: Path;
  status: number;
  name: string;
  value: unknown;
}

/** Whether each answer of the error model has an example of its own, under a status that it may have. The mock, the sandbox and the docs show them. */
export function checkExamples(contract: Contract): Problem[] {
  const examples = answerExamples(contract);
  return [
    ...withoutExample(contract, examples),
    ...gatewaysWithoutExample(contract, examples),
    ...misplaced(contract, examples),
    ...successes(contract),
    ...reservedNames(examples),
    ...sameNames(examples),
    ...sharedNames(contract),
  ];
}

function withoutExample({ 'x-error-model': { codes } }: Contract, examples: FoundExample[]): Problem[] {
  const errors = examples.map(errorOf);
  const has = (error: string) => errors.some((example) => example === error || example?.startsWith(`${error}: `));
  return Object.entries(codes).flatMap(([code, { reasons }]) => {
    const path = ['x-error-model', 'codes', code];
    const documented = reasons
      ? Object.keys(reasons).map((reason) => ({ error: `${code}: ${reason}`, path: [...path, 'reasons', reason] }))
      : [{ error: code, path }];
    return documented
      .filter(({ error }) => !has(error))
      .map(({ error, path: at }) => ({
        path: at,
        says: `${error} stands in errors.yaml without an example.`,
        remedy: 'Add one to the response of its status, in components/responses/.',
      }));
  });
}

function gatewaysWithoutExample({ 'x-error-model': { gateways } }: Contract, examples: FoundExample[]): Problem[] {
  return Object.keys(gateways)
    .filter((status) => !examples.some((example) => example.status === Number(status)))
    .map((status) => ({
      path: ['x-error-model', 'gateways', status],
      says: `The gateway’s answer ${status} stands in errors.yaml without an example.`,
      remedy: 'Give an operation a response of that status, and the response an example.',
    }));
}

function misplaced({ 'x-error-model': { codes } }: Contract, examples: FoundExample[]): Problem[] {
  return examples.flatMap((example) => {
    const code = errorOf(example)?.split(':')[0];
    if (code === undefined) return [];
    const known = Object.hasOwn(codes, code) ? codes[code] : undefined;
    const legal = known && [known.status, ...(known.alsoStatus ?? []).map((also) => also.status)];
    if (legal?.includes(example.status)) return [];
    return [
      {
        path: [...example.path, 'value', 'error'],
        says: `The example ${example.name} stands under ${example.status}, where errors.yaml ${legal ? `has ${legal.join(' or ')} for its code` : 'does not know its code'}.`,
        remedy: legal
          ? 'Move it to the response of that status, or correct the status in errors.yaml.'
          : `Add ${code} to errors.yaml, or correct the example.`,
      },
    ];
  });
}

function successes(contract: Contract): Problem[] {
  return answers(contract)
    .filter(({ operation, status }) => status === successOf(operation))
    .filter(({ response }) => {
      const [example] = Object.values(response.content?.['application/json']?.examples ?? {});
      return example?.value === null || typeof example?.value !== 'object';
    })
    .map(({ operation, status, path }) => ({
      path,
      says: `${operation.operationId} has no example of success.`,
      remedy: `Add one to its response ${status}: the sandbox answers with it.`,
    }));
}

/** The sandbox calls success so. */
function reservedNames(examples: FoundExample[]): Problem[] {
  return examples
    .filter(({ name, status }) => name === 'ok' && status >= 300)
    .map(({ path, name }) => ({
      path,
      says: `${name} is the name of two answers: the sandbox calls success so.`,
      remedy: 'Rename the example.',
    }));
}

/** The sandbox reaches an answer of an operation by the name of its example, and where there are two by its status: two of one name and one status would hide one another. */
function sameNames(examples: FoundExample[]): Problem[] {
  const failures = examples.filter(({ status }) => status >= 300);
  return failures.flatMap(({ operationId, path, name, status, value }, index) => {
    const earlier = failures
      .slice(0, index)
      .filter((other) => other.operationId === operationId && other.name === name && other.status === status);
    if (earlier.every((other) => JSON.stringify(other.value) === JSON.stringify(value))) return [];
    const says = `Two answers ${status} of ${operationId} have an example called ${name}, and they differ.`;
    return [{ path, says, remedy: 'Rename one: the sandbox gives an answer by the name of its example.' }];
  });
}

/** It reaches a code, or each of its reasons, by its own name, and a gateway by its status. */
function sharedNames({ 'x-error-model': { codes } }: Contract): Problem[] {
  const named = Object.entries(codes).flatMap(([code, { reasons }]) =>
    reasons
      ? Object.keys(reasons).map((reason) => ({ name: reason, path: ['x-error-model', 'codes', code, 'reasons', reason] as Path }))
      : [{ name: code, path: ['x-error-model', 'codes', code] as Path }],
  );
  return named
    .filter(({ name }, index) => named.findIndex((other) => other.name === name) !== index)
    .map(({ name, path }) => ({
      path,
      says: `${name} is the name of two answers: the sandbox needs one for each.`,
      remedy: 'Two codes cannot share a reason, and a reason cannot be called as a code is.',
    }));
}

function errorOf({ value }: FoundExample): string | undefined {
  const { error } = (value ?? {}) as { error?: unknown };
  return typeof error === 'string' ? error : undefined;
}

function answers(contract: Contract) {
  return operationsOf(contract).flatMap(({ path, method, operation }) =>
    Object.entries(operation.responses).map(([status, response]) => ({
      operation,
      status,
      response: resolve(contract, response),
      path: ['paths', path, method, 'responses', status] as Path,
    })),
  );
}

function answerExamples(contract: Contract): FoundExample[] {
  return answers(contract).flatMap(({ operation, status, response, path }) =>
    Object.entries(response.content ?? {}).flatMap(([mediaType, { examples = {} }]) =>
      Object.entries(examples).map(([name, { value }]) => ({
        operationId: operation.operationId,
        path: [...path, 'content', mediaType, 'examples', name],
        status: Number(status),
        name,
        value,
      })),
    ),
  );
}
