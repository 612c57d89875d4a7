import type { SignedCall } from '../call.ts';
import { createShow } from './createShow.ts';
import { isProgrammingError } from '../thrown/isProgrammingError.ts';
import { readThrown } from '../thrown/readThrown.ts';
import { definedOf } from '../rules.ts';
import { knownName } from './vocabulary.ts';

// Also keeps causes in a circle from going on for ever.
const DEEPEST = 4;

/** An error from outside, in what may be shown of it. */
export interface Shown {
  /** The cause of ours: an Error with name, message, code and cause, and nothing else. What else an HTTP library hangs on its errors may hold the request. */
  readonly cause: Error;
  /** What failed in the end, in one line; undefined where nothing says it. */
  readonly why: string | undefined;
  /** Whether that can be understood without the error that it is the cause of. */
  readonly isWhole: boolean;
}

/** What may be shown of something that was thrown: names and codes that are known, words of the vocabulary, and the host that it was about. */
export function withoutSecrets(thrown: unknown, call: SignedCall, depth = 1): Shown {
  const read = readThrown(thrown);
  const { isText, isOurs, message, status, host, port } = read;
  const name = knownName(read.name);
  const code = isShort(read.code) ? String(read.code) : knownName(read.code);
  const show = createShow(call);
  // Of a mistake in code the name of what is wrong says the most.
  const words = typeof message === 'string' ? (isOurs ? message : show(message, isProgrammingError(read) ? 'own' : 'any')) : '';
  // Only of an error of the platform's, which has a code.
  const place = typeof host === 'string' && code !== undefined && show(isShort(port) ? `${host}:${port}` : host, 'host');
  const own = words
    ? [words, isShort(read.code) || words.includes(code ?? '') ? '' : code, place].filter(Boolean).join(' ')
    : [name === 'Error' ? '' : name, code, isShort(status) && `status ${status}`].filter(Boolean).join(', ') || undefined;

  const inner = read.cause !== undefined && depth < DEEPEST ? withoutSecrets(read.cause, call, depth + 1) : undefined;
  return {
    cause: Object.assign(new Error(own, inner && { cause: inner.cause }), definedOf({ name, code })),
    why: inner?.why === undefined ? own : own === undefined || inner.isWhole ? inner.why : `${own}: ${inner.why}`,
    isWhole: inner?.why !== undefined || (words !== '' && !isText),
  };
}

const isShort = (value: unknown): boolean => Number.isInteger(value) && Math.abs(value as number) < 65_536;
