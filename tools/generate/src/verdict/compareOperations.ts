import {
  operationsOf,
  refName,
  requestOf,
  resolve,
  type Contract,
  type Header,
  type MediaType,
  type Operation,
  type Response,
} from '../contract/contract.ts';
import { requestExamples } from '../contract/requestExamples.ts';
import { PREVIEW } from '../contract/stability.ts';
import { usualMaxResponseBytes } from '../contract/responseLimit.ts';
import { pairs, same, wordsChange, type Bump, type Change } from './change.ts';
import { compareSchemas } from './compareSchemas.ts';
import type { Comparison } from './comparison.ts';

interface Placed {
  address: string;
  operation: Operation;
}

/** Which operations have come, gone or moved, and what has changed within each. */
export function compareOperations(before: Contract, after: Contract): Change[] {
  const comparison: Comparison = { before, after, seen: new Set(), compare: compareSchemas };
  return pairs(byId(before), byId(after)).flatMap(([id, was, is]): Change[] => {
    const change = (kind: Change['kind'], what: string, why: string, bump: Bump): Change => ({
      subject: 'operation',
      kind,
      what,
      why,
      bump,
      operation: id,
    });
    if (!was) return [change('added', `The operation ${id} is new: ${is!.address}.`, 'What was there before stays as it is.', 'minor')];
    if (!is) {
      return [
        change(
          'removed',
          `The operation ${id} is gone: ${was.address}.`,
          'Whoever calls its method, or its address, finds nothing there.',
          'major',
        ),
      ];
    }
    const moved = 'Versions that are installed go on calling the former address, and so do mocks and firewalls that know it.';
    return [
      ...(was.address === is.address
        ? []
        : [change('changed', `The operation ${id} is ${is.address}, before ${was.address}.`, moved, 'major')]),
      ...compareRequest(comparison, was.operation, is.operation),
      ...compareResponses(comparison, was.operation, is.operation),
      ...compareNotes(was.operation, is.operation),
    ];
  });
}

function byId(contract: Contract): Record<string, Placed> {
  return Object.fromEntries(
    operationsOf(contract).map(({ path, method, operation }) => [
      operation.operationId,
      { address: `${method.toUpperCase()} ${path}`, operation },
    ]),
  );
}

const WORDS = ['summary', 'description', 'tags', 'externalDocs', 'x-source'];
const COMPARED = new Set([
  ...WORDS,
  'x-stability',
  'operationId',
  'requestBody',
  'parameters',
  'responses',
  'deprecated',
  'x-codeSamples',
  'security',
]);

function compareNotes(was: Operation, is: Operation): Change[] {
  const id = is.operationId;
  const [before, after] = [was, is] as unknown as Record<string, unknown>[];
  const differ = (key: string) => !same({ [key]: before![key] }, { [key]: after![key] });
  const changes: Change[] = [];
  if (WORDS.some(differ)) changes.push(wordsChange(`The words of the operation ${id} differ.`));
  if (differ('x-codeSamples'))
    changes.push({ subject: 'words', kind: 'changed', what: 'The code samples differ.', why: 'Only the docs show them.', bump: 'none' });
  if (Boolean(was.deprecated) !== Boolean(is.deprecated)) {
    const what = `The operation ${id} is ${is.deprecated ? 'on its way out' : 'no longer on its way out'}.`;
    changes.push({ subject: 'operation', kind: 'changed', what, why: 'It works as before.', bump: 'minor', operation: id });
  }
  const [wasPreview, isPreview] = [was, is].map((each) => each['x-stability'] === PREVIEW);
  if (wasPreview !== isPreview) {
    const what = `The operation ${id} is ${isPreview ? 'a preview' : 'a preview no longer'}.`;
    const why = isPreview ? 'Whoever relied on it can rely on it no longer.' : 'From now on it changes as stable operations do.';
    changes.push({ subject: 'operation', kind: 'changed', what, why, bump: isPreview ? 'major' : 'minor', operation: id });
  }
  for (const key of [...new Set([...Object.keys(before!), ...Object.keys(after!)])].filter((each) => !COMPARED.has(each) && differ(each))) {
    changes.push(
      key.startsWith('x-')
        ? wordsChange(`The ${key} of the operation ${id} differs.`)
        : {
            subject: 'operation',
            kind: 'changed',
            what: `The ${key} of the operation ${id} differs.`,
            why: NO_RULE,
            bump: 'major',
            operation: id,
          },
    );
  }
  return changes;
}

const NO_RULE = 'No rule knows what it means for users, so it counts as a break.';

function compareRequest(comparison: Comparison, was: Operation, is: Operation): Change[] {
  const id = is.operationId;
  const [before = {}, after = {}] = [was.requestBody, is.requestBody] as { description?: string; 'x-source'?: string }[];
  const words = before.description === after.description && before['x-source'] === after['x-source'];
  return [
    ...(words ? [] : [wordsChange(`The words of the request of ${id} differ.`)]),
    ...compareContent(comparison, contentOf(comparison.before, was), contentOf(comparison.after, is), `the request of ${id}`, true, id),
  ];
}

/** What an operation takes, by how it travels. */
function contentOf(contract: Contract, operation: Operation): Record<string, MediaType> {
  if (operation.requestBody !== undefined) return operation.requestBody.content;
  const examples = Object.fromEntries(requestExamples(contract, operation).map(({ name, value }) => [name, { value }]));
  return { 'its query': { schema: requestOf(contract, operation).schema, examples } };
}

function compareResponses(comparison: Comparison, was: Operation, is: Operation): Change[] {
  const id = is.operationId;
  return pairs<Response>(was.responses, is.responses).flatMap(([status, its, now]): Change[] => {
    const name = `the answer ${status} of ${id}`;
    const change = (kind: Change['kind'], what: string, why: string, bump: Bump): Change => ({
      subject: 'answer',
      kind,
      what,
      why,
      bump,
      operation: id,
    });
    if (!its)
      return [
        change(
          'added',
          `${upper(name)} is new.`,
          'A program that is ready for what is not listed, as it has to be, goes on working.',
          'minor',
        ),
      ];
    if (!now)
      return [change('removed', `${upper(name)} is gone.`, 'A program that waits for it waits in vain, and its type is gone.', 'major')];
    const [before, after] = [resolve(comparison.before, its), resolve(comparison.after, now)] as (Response & { 'x-source'?: string })[];
    const words = before!.description === after!.description && before!['x-source'] === after!['x-source'];
    return [
      ...(words ? [] : [wordsChange(`The words of ${name} differ.`)]),
      ...compareLimits(before!['x-maxBytes'], after!['x-maxBytes'], name, id),
      ...compareContent(comparison, before!.content ?? {}, after!.content ?? {}, name, false, id),
      ...compareHeaders(comparison, before!.headers, after!.headers, name, id),
    ];
  });
}

/** How much of an answer is read, unless a caller says otherwise. */
function compareLimits(was: number | undefined, is: number | undefined, name: string, operation: string): Change[] {
  if (was === is) return [];
  const isLower = (is ?? usualMaxResponseBytes) < (was ?? usualMaxResponseBytes);
  const what = `Of ${name}, ${bytesOrUsual(is)} are read, before ${bytesOrUsual(was)}.`;
  const why = isLower ? 'An answer that used to be read may be refused as too long.' : 'What was read before still is.';
  return [{ subject: 'answer', kind: 'changed', what, why, bump: isLower ? 'major' : 'minor', operation }];
}

function bytesOrUsual(limit: number | undefined): string {
  return limit === undefined ? `the usual ${usualMaxResponseBytes} bytes` : `at most ${limit} bytes`;
}

function compareContent(
  comparison: Comparison,
  was: Record<string, MediaType>,
  is: Record<string, MediaType>,
  name: string,
  isSent: boolean,
  operation: string,
): Change[] {
  const types = same(Object.keys(was).sort(), Object.keys(is).sort());
  const what = `${upper(name)} is ${Object.keys(is).join(' or ') || 'empty'}, before ${Object.keys(was).join(' or ') || 'empty'}.`;
  const why = isSent ? 'Whoever sends the former by hand is refused.' : 'A program that reads the former finds something else.';
  return [
    ...(types ? [] : [{ subject: 'answer', kind: 'changed', what, why, bump: 'major', operation } as const]),
    ...pairs<MediaType>(was, is).flatMap(([, its, now]) => {
      if (!its || !now) return [];
      const place = { owner: name, field: '', isSent, operation };
      const [before, after] = [its.schema, now.schema];
      const examples = same(its.examples, now.examples) ? [] : [wordsChange(`${upper(name)} has other examples.`)];
      const renamed = refName(before ?? {}) === refName(after ?? {}) ? {} : { owner: refName(after ?? {}) ?? refName(before ?? {})! };
      return [...examples, ...(before && after ? compareSchemas(comparison, before, after, { ...place, ...renamed }) : [])];
    }),
  ];
}

function compareHeaders(
  comparison: Comparison,
  was: Record<string, Header> | undefined,
  is: Record<string, Header> | undefined,
  answer: string,
  operation: string,
): Change[] {
  return pairs<Header>(was, is).flatMap(([name, its, now]): Change[] => {
    const subject = `The header ${name} of ${answer}`;
    if (!its)
      return [
        {
          subject: 'answer',
          kind: 'added',
          what: `${subject} is new.`,
          why: 'Whoever does not know it passes over it.',
          bump: 'minor',
          operation,
        },
      ];
    if (!now)
      return [
        {
          subject: 'answer',
          kind: 'removed',
          what: `${subject} is gone.`,
          why: 'A program that reads it finds nothing.',
          bump: 'major',
          operation,
        },
      ];
    const { schema: before, ...notesBefore } = resolve(comparison.before, its);
    const { schema: after, ...notesAfter } = resolve(comparison.after, now);
    const place = { owner: `the header ${name}`, field: '', isSent: false, operation };
    return [
      ...(same(notesBefore, notesAfter) ? [] : [wordsChange(`The words of the header ${name} differ.`)]),
      ...(before && after ? compareSchemas(comparison, before, after, place) : []),
    ];
  });
}

function upper(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
