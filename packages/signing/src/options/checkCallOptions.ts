import { checkHeaders } from '../request/checkHeaders.ts';
import { FinAuthInputError } from '../errors.ts';
import type { RetryOptions } from '../middleware/retry.ts';
import { type CallOptions, callRules, resolveRetry } from './options.ts';
import type { AbortSignalLike } from '../platform/platform.ts';
import type { Settings } from './settleOptions.ts';
import { checkOptions, type Complain, isObject } from '../rules.ts';

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
export function checkCallOptions(options: CallOptions, { timeoutMs, retry }: Pick<Settings, 'timeoutMs' | 'retry'>): CheckedCallOptions {
  if (!isObject(options)) throw complain('options', 'must be an object');
  checkOptions(options, callRules, complain);
  const { headers } = options;
  return {
    signal: options.signal as AbortSignal | undefined,
    headers: headers === undefined ? NONE : checkHeaders(headers, complain),
    timeoutMs: options.timeoutMs ?? timeoutMs,
    retry: resolveRetry(options.retry, retry, complain),
    isUsual: options.timeoutMs === undefined && options.retry === undefined,
  };
}

const complain: Complain = (field, complaint) =>
  new FinAuthInputError('The options of the call are invalid', [{ field, rule: 'option', message: `${field} ${complaint}` }]);
