import type { SignedCall } from './call.ts';
import { readThrown, type Thrown } from './readThrown.ts';
import { definedOf } from './rules.ts';
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
  const chain = chainOf(thrown).map((it) => textsOf(it, call));
  let cause: Error | undefined;
  for (const { name, message, code, says } of chain.toReversed())
    cause = Object.assign(new Error(message ?? says ?? 'it does not say why', cause && { cause }), definedOf({ name, code }));
  const [last, before] = chain.filter(({ says }) => says !== undefined).toReversed();
  // What is no error, such as a code or an object with a status, means little without the error that it came with.
  const isAlone = last?.message !== undefined && !last.isText;
  return { cause: cause!, why: isAlone || before === undefined ? last?.says : `${before.says}: ${last!.says}` };
}

/** A thrown value, its cause, the cause's cause. */
function chainOf(thrown: unknown): Thrown[] {
  const chain: Thrown[] = [];
  const seen = new Set<unknown>();
  for (let it = thrown; chain.length === 0 || (it !== undefined && chain.length < DEEPEST && !seen.has(it)); it = chain.at(-1)!.cause) {
    seen.add(it);
    chain.push(readThrown(it));
  }
  return chain;
}

interface Texts {
  readonly name: string | undefined;
  readonly message: string | undefined;
  readonly code: string | undefined;
  readonly isText: boolean;
  /** The most telling of its texts. */
  readonly says: string | undefined;
}

function textsOf({ isText, ...thrown }: Thrown, call: SignedCall): Texts {
  const shown = (text: unknown): string | undefined => {
    const line = /^(?:string|number|bigint)$/.test(typeof text) ? showText(String(text), call) : '';
    return /[\p{L}\p{N}]/u.test(line) ? line : undefined;
  };
  const [name, message, code, status, reason] = [thrown.name, thrown.message, thrown.code, thrown.status, thrown.reason].map(shown);
  const ownName = name === 'Error' ? undefined : name;
  // A number alone, as a DOMException has it, says less than its name.
  const rest = [typeof thrown.code === 'number' && ownName, code, status && `status ${status}`, reason].filter(Boolean).join(', ');
  return { name, message, code, isText, says: message ?? (rest || ownName) };
}
