import type { Issue } from '@finauth-sdk/validator';
import { FinAuthInputError } from './errors.ts';
import type { RetryOptions } from './middleware/retry.ts';
import { type CallOptions, checkMs, inputComplaint, resolveRetry } from './options.ts';
import { callOptions, refuseUnknown } from './refuseUnknown.ts';

export interface CheckedCallOptions {
  readonly signal: AbortSignal | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly retry: Required<RetryOptions>;
  /** Whether time and retry are the client's own. */
  readonly isUsual: boolean;
}

/**
 * The options of one call, what is not given being the client's.
 *
 * @throws {FinAuthInputError} for an option that cannot work.
 */
export function checkCallOptions(options: CallOptions, timeoutMs: number, retry: Required<RetryOptions>): CheckedCallOptions {
  if (typeof options !== 'object' || options === null) throw wrong('options', 'type', 'must be an object');
  refuseUnknown(options, callOptions, (name, message) => wrong(name, 'unknown', message));
  const { signal, headers = {} } = options;
  if (signal !== undefined && !(signal instanceof AbortSignal)) throw wrong('signal', 'type', 'must be an AbortSignal');
  return {
    signal,
    headers: checkHeaders(headers),
    timeoutMs: options.timeoutMs === undefined ? timeoutMs : checkMs('timeoutMs', options.timeoutMs, 1, inputComplaint),
    retry: resolveRetry(options.retry, retry, inputComplaint),
    isUsual: options.timeoutMs === undefined && options.retry === undefined,
  };
}

// What belongs to the body and the connection is not the caller's to say.
const RESERVED = ['content-type', 'content-length', 'transfer-encoding', 'host', 'connection', 'keep-alive', 'upgrade', 'expect'];
const NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

function checkHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (typeof headers !== 'object' || headers === null || Symbol.iterator in headers) {
    throw wrong('headers', 'type', 'must be a plain object of strings; make one of a Headers with Object.fromEntries');
  }
  for (const [name, value] of Object.entries(headers)) {
    if (!NAME.test(name)) throw wrong('headers', 'name', 'must have names that are legal in HTTP: letters, digits and hyphens');
    if (RESERVED.includes(name.toLowerCase())) throw wrong(`headers.${name}`, 'reserved', 'is set by the client itself: leave it out');
    if (typeof value !== 'string' || !VALUE.test(value))
      throw wrong(`headers.${name}`, 'value', 'must be a string on one line, of characters that are legal in HTTP');
  }
  return headers;
}

function wrong(field: string, rule: string, message: string): FinAuthInputError {
  const issue: Issue = { field, rule, message: `${field} ${message}` };
  return new FinAuthInputError('The options of the call are not right', [issue]);
}
