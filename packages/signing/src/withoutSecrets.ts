import type { SignedCall } from './call.ts';
import { readThrown, type Thrown } from './readThrown.ts';
import { showText } from './showText.ts';

const DEEPEST = 4;

/** An error from outside, in what may be shown of it. */
export interface Shown {
  /** The cause of ours: an Error with name, message, code and cause, and nothing else. What else an HTTP library hangs on its errors may hold the request. */
  readonly cause: Error;
  /** What failed in the end, in one line; undefined where nothing says it. */
  readonly why: string | undefined;
}

/** What may be shown of something that was thrown: its texts without secrets. */
export function withoutSecrets(thrown: unknown, call: SignedCall): Shown {
  const show = (text: string): string => showText(text, call);
  const chain = chainOf(thrown).map((it) => textsOf(it, show));
  let cause: Error | undefined;
  for (const { name, message, code, says } of chain.toReversed()) {
    const copy = new Error(message ?? says ?? 'it does not say why', cause && { cause });
    if (name !== undefined) copy.name = name;
    cause = code === undefined ? copy : Object.assign(copy, { code });
  }
  const telling = chain.filter(({ says }) => says !== undefined);
  const last = telling.at(-1);
  // What is no error, such as a code or an object with a status, means little without the error that it came with.
  const before = last?.message === undefined || last.isText ? telling.at(-2)?.says : undefined;
  return { cause: cause!, why: [before, last?.says].filter((text) => text !== undefined).join(': ') || undefined };
}

/** A thrown value, its cause, the cause's cause. A list of errors, as a host of many addresses fails with, goes on with its first. */
function chainOf(thrown: unknown): Thrown[] {
  const chain: Thrown[] = [];
  const seen = new Set<unknown>();
  for (let it = thrown; chain.length < DEEPEST && !seen.has(it);) {
    seen.add(it);
    const read = readThrown(it);
    chain.push(read);
    const next = read.cause ?? read.errors?.[0];
    if (next === undefined || next === null) break;
    it = next;
  }
  return chain;
}

interface Texts {
  readonly name: string | undefined;
  readonly message: string | undefined;
  readonly code: string | undefined;
  /** Whether it was a text, or something else that is no object. */
  readonly isText: boolean;
  /** The most telling of its texts. */
  readonly says: string | undefined;
}

function textsOf({ name, message, code, status, reason, isText }: Thrown, show: (text: string) => string): Texts {
  const shown = (text: unknown): string | undefined => {
    const line = typeof text === 'string' || typeof text === 'number' || typeof text === 'bigint' ? show(String(text)) : '';
    return /[\p{L}\p{N}]/u.test(line) ? line : undefined;
  };
  const texts = { name: shown(name), message: shown(message), code: shown(code), isText };
  const statusText = shown(status);
  // A number alone, as a DOMException has it, says less than its name.
  const named = typeof code === 'number' && texts.name !== 'Error' ? texts.name : undefined;
  const rest = [named, texts.code, statusText && `status ${statusText}`, shown(reason)].filter((text) => text !== undefined).join(', ');
  return { ...texts, says: texts.message ?? (rest === '' ? undefined : rest) ?? (texts.name === 'Error' ? undefined : texts.name) };
}
