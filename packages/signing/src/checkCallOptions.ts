import { FinAuthInputError } from './errors.ts';
import type { RetryOptions } from './middleware/retry.ts';
import { type CallOptions, callRules, resolveRetry } from './options.ts';
import { checkOptions, type Complain, isObject } from './rules.ts';
import type { AbortSignalLike } from './whenAborted.ts';

export interface CheckedCallOptions {
  readonly signal: AbortSignalLike | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly retry: Required<RetryOptions>;
  /** Whether time and retry are the client's own. */
  readonly isUsual: boolean;
}

const NONE = {};

/**
 * The options of one call, what is not given being the client's.
 *
 * @throws {FinAuthInputError} for an option that cannot work.
 */
export function checkCallOptions(options: CallOptions, timeoutMs: number, retry: Required<RetryOptions>): CheckedCallOptions {
  if (!isObject(options)) throw complain('options', 'must be an object');
  checkOptions(options, callRules, complain);
  const { signal, headers } = options;
  return {
    signal,
    headers: headers === undefined ? NONE : checkHeaders(headers),
    timeoutMs: options.timeoutMs ?? timeoutMs,
    retry: resolveRetry(options.retry, retry, complain),
    isUsual: options.timeoutMs === undefined && options.retry === undefined,
  };
}

// What belongs to the body and the connection is not the caller's to say.
const RESERVED = /^(?:content-(?:type|length)|transfer-encoding|host|connection|keep-alive|upgrade|expect)$/;

// What RFC 9110 has in a field's value. Headers take more, which connections then refuse.
const VISIBLE = /^[\t -~\u0080-\u00ff]*$/;

/** A copy, judged by the platform: what is sent, also by a second attempt, is what was judged. */
function checkHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  let copy: Headers;
  try {
    if (!Object.values(headers).every((value) => typeof value === 'string' && VISIBLE.test(value))) throw new TypeError();
    copy = new Headers(headers);
  } catch {
    throw complain(
      'headers',
      'must be an object of names and strings that are legal in HTTP, each on one line and without control characters',
    );
  }
  const entries = [...copy];
  for (const [name] of entries) if (RESERVED.test(name)) throw complain(`headers.${name}`, 'is set by the client itself: leave it out');
  return Object.fromEntries(entries);
}

const complain: Complain = (field, complaint) =>
  new FinAuthInputError('The options of the call are not right', [{ field, rule: 'option', message: `${field} ${complaint}` }]);
