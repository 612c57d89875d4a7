import { methodsOf, type Contract, type Operation } from '../contract.ts';
import { checkAnswers } from './checkAnswers.ts';
import { checkBody } from './checkBody.ts';
import type { Path, Problem } from './problem.ts';

// What no function can be called, and `then`, which would make a promise of the client.
const TAKEN = new Set(
  'await break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof new null return static super switch then this throw true try typeof var void while with yield'.split(
    ' ',
  ),
);

/** Whether each operation is one that the SDK can send: a POST of a signed form, with an answer in JSON. What it cannot sign is refused here, rather than sent unsigned. */
export function checkOperations(contract: Contract): Problem[] {
  const ids = new Map<string, string>();
  const operations = Object.entries(contract.paths).flatMap(([path, item]) => [
    ...checkParameters(item, ['paths', path]),
    ...methodsOf(item).flatMap(({ method, operation }) => {
      const at = ['paths', path, method];
      const problems = [...checkId(operation, at, ids), ...checkSecurity(operation, at), ...checkParameters(operation, at)];
      ids.set(operation.operationId, path);
      return [...problems, ...(method === 'post' ? checkPost(contract, operation, at) : [notPost(operation, at)])];
    }),
  ]);
  return [...checkSecurity(contract, []), ...operations];
}

function checkPost(contract: Contract, operation: Operation, at: Path): Problem[] {
  return [...checkBody(contract, operation, at), ...checkAnswers(contract, operation, at)];
}

function notPost({ operationId }: Operation, at: Path): Problem {
  return {
    path: at,
    says: `${operationId} is a ${String(at.at(-1)).toUpperCase()}.`,
    remedy: 'Make it a POST: FinAuth takes its signature in a body, and the SDK sends no other method.',
  };
}

function checkId({ operationId: id }: Operation, at: Path, ids: Map<string, string>): Problem[] {
  const path = [...at, 'operationId'];
  if (!/^[a-z][A-Za-z0-9]*$/.test(id) || TAKEN.has(id)) {
    const remedy = 'Write another operationId, of letters and digits, a small letter first, like getBizToken.';
    return [{ path, says: `${id} cannot be the name of a method.`, remedy }];
  }
  if (ids.has(id)) {
    const remedy = 'Give the operation an ID of its own: it becomes the name of a method.';
    return [{ path, says: `The operationId ${id} is also that of ${ids.get(id)}.`, remedy }];
  }
  return [];
}

function checkParameters({ parameters }: { parameters?: unknown[] }, at: Path): Problem[] {
  if (parameters === undefined) return [];
  const remedy = 'Make fields of the body of them: a call of FinAuth says all it has to say there.';
  return [{ path: [...at, 'parameters'], says: 'Parameters do not fit this API.', remedy }];
}

function checkSecurity(part: object, path: Path): Problem[] {
  const { security = [], components } = part as { security?: object[]; components?: { securitySchemes?: Record<string, object> } };
  const remedy = 'Take it away: FinAuth has its signature in the body, and x-signature says how it is made.';
  return [
    ...(security.length > 0 ? [{ path: [...path, 'security'], says: 'A security does not fit this API.', remedy }] : []),
    ...Object.keys(components?.securitySchemes ?? {}).map((scheme) => ({
      path: ['components', 'securitySchemes', scheme],
      says: `The security scheme ${scheme} does not fit this API.`,
      remedy,
    })),
  ];
}
