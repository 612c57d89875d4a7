import { methodsOf, type Contract, type Operation } from '../contract/contract.ts';
import { checkAnswers } from './checkAnswers.ts';
import { checkBody } from './checkBody.ts';
import { checkQuery } from './checkQuery.ts';
import type { Path, Problem } from '../problem.ts';

// What no function can be called, `then`, which would make a promise of the client, and `toJSON`, which would be called for it.
const TAKEN = new Set(
  'arguments await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch then this toJSON throw true try typeof var void while with yield'.split(
    ' ',
  ),
);

/** Whether each operation is one that the SDK can send: a POST that is signed in its body, or a GET that is in its query, with an answer in JSON. What it cannot sign is refused here, rather than sent unsigned. */
export function checkOperations(contract: Contract): Problem[] {
  const ids = new Map<string, string>();
  const operations = Object.entries(contract.paths).flatMap(([path, item]) => [
    ...checkPath(path),
    ...checkUnread(item, PATH_ONLY, ['paths', path]),
    ...checkParameters(item, ['paths', path]),
    ...methodsOf(item).flatMap(({ method, operation }) => {
      const at = ['paths', path, method];
      const problems = [
        ...checkId(operation, at, ids),
        ...checkUnread(operation, OPERATION_ONLY, at),
        ...checkSecurity(operation, at),
        ...checkShown(contract, operation, at),
      ];
      ids.set(operation.operationId, path);
      return [...problems, ...checkRequest(contract, operation, at), ...checkAnswers(contract, operation, at)];
    }),
  ]);
  if (ids.size === 0) {
    return [
      { path: ['paths'], says: 'The spec has no operation.', remedy: 'Add a path with one: without any there is nothing to make code of.' },
    ];
  }
  return [...checkInfo(contract), ...checkUnread(contract, ROOT_ONLY, []), ...checkSecurity(contract, []), ...operations];
}

// What OpenAPI has and nothing here reads, by where it may stand.
const PATH_ONLY: Readonly<Record<string, string>> = { servers: 'Take them out: a region is a server of the whole API.' };
const OPERATION_ONLY: Readonly<Record<string, string>> = {
  ...PATH_ONLY,
  callbacks: 'Take them out: FinAuth calls nobody back, and the SDK serves nothing.',
};
const ROOT_ONLY: Readonly<Record<string, string>> = { webhooks: 'Take them out: FinAuth calls nobody back, and the SDK serves nothing.' };

function checkUnread(part: object, unread: Readonly<Record<string, string>>, at: Path): Problem[] {
  return Object.keys(part)
    .filter((key) => Object.hasOwn(unread, key))
    .map((key) => ({ path: [...at, key], says: `Nothing is made of ${key} here.`, remedy: unread[key]! }));
}

/** The docs begin with it, and take their sections from it. */
function checkInfo({ info }: Contract): Problem[] {
  if (typeof info?.description === 'string' && info.description.trim() !== '') return [];
  return [{ path: ['info'], says: 'The API has no description.', remedy: 'Add a description to info: the docs begin with it.' }];
}

/** Whether the docs can show the operation: under a tag that there is, with samples that have code. */
function checkShown(contract: Contract, { operationId: id, tags = [], 'x-codeSamples': samples = [] }: Operation, at: Path): Problem[] {
  const known = (contract.tags ?? []).map(({ name }) => name);
  const unknown = tags.find((tag) => !known.includes(tag));
  const problems: Problem[] = [];
  if (tags.length === 0)
    problems.push({ path: at, says: `${id} has no tag.`, remedy: `Add one of ${known.join(', ')}: the docs show it there.` });
  else if (unknown !== undefined) {
    const remedy = `Write one of ${known.join(', ')}, or add it to the tags of openapi.yaml: the docs show the operation there.`;
    problems.push({ path: [...at, 'tags'], says: `There is no tag ${unknown}.`, remedy });
  }
  for (const [index, sample] of samples.entries()) {
    if (typeof sample?.lang === 'string' && typeof sample.source === 'string') continue;
    const remedy = 'Give it a lang, and as its source a $ref to a file of samples/.';
    problems.push({ path: [...at, 'x-codeSamples', index], says: `A code sample of ${id} has no lang or no source.`, remedy });
  }
  return problems;
}

/** A path is part of a URL, a type and a route as it stands. */
function checkPath(path: string): Problem[] {
  if (/^(?:\/[\w.~-]+)+$/.test(path)) return [];
  const remedy = 'Write letters, digits, _, -, . and ~ between slashes: what varies goes into a field.';
  return [{ path: ['paths', path], isHere: true, says: `${path} cannot be the path of an operation.`, remedy }];
}

/** Whether each operation has an ID, and what else there has to be to read it at all. */
export function checkIds(contract: Contract): Problem[] {
  return Object.entries(contract.paths).flatMap(([path, item]) =>
    methodsOf(item ?? {}).flatMap(({ method, operation }) => {
      const missing = ['operationId', method === 'get' ? 'parameters' : 'requestBody', 'responses'].find(
        (key) => !(operation as unknown as Record<string, unknown> | null)?.[key],
      );
      return missing === undefined
        ? []
        : [{ path: ['paths', path, method], says: `An operation has no ${missing}.`, remedy: `Add ${missing}.` }];
    }),
  );
}

function checkRequest(contract: Contract, operation: Operation, at: Path): Problem[] {
  const method = String(at.at(-1));
  if (method === 'get') return checkQuery(contract, operation, at);
  if (method === 'post') return [...checkParameters(operation, at), ...checkBody(contract, operation, at)];
  const says = `${operation.operationId} is a ${method.toUpperCase()}.`;
  return [{ path: at, says, remedy: 'Make it a POST, or a GET: the SDK signs and sends no other.' }];
}

function checkId({ operationId: id }: Operation, at: Path, ids: Map<string, string>): Problem[] {
  const path = [...at, 'operationId'];
  if (id === undefined) {
    return [{ path: at, says: 'An operation has no operationId.', remedy: 'Give it one: it becomes the name of a method.' }];
  }
  if (!/^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]+)*$/.test(id) || TAKEN.has(id)) {
    const remedy = 'Write another operationId, of letters and digits, with one capital for each word but the first, like getBizToken.';
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
  const remedy = 'Make fields of the body of them, or parameters of a GET: a call of FinAuth says all it has to say in one place.';
  return [{ path: [...at, 'parameters'], says: 'Parameters do not fit this API.', remedy }];
}

function checkSecurity(part: object, path: Path): Problem[] {
  const { security = [], components } = part as { security?: object[]; components?: { securitySchemes?: Record<string, object> } };
  const remedy = 'Take it away: FinAuth has its signature among the fields, and x-signature says how it is made.';
  return [
    ...(security.length > 0 ? [{ path: [...path, 'security'], says: 'A security does not fit this API.', remedy }] : []),
    ...Object.keys(components?.securitySchemes ?? {}).map((scheme) => ({
      path: ['components', 'securitySchemes', scheme],
      says: `The security scheme ${scheme} does not fit this API.`,
      remedy,
    })),
  ];
}
