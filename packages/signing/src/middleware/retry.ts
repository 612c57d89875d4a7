import type { AnsweredResult, Middleware, Result } from '../call.ts';
import type { Clock } from '../time/clock.ts';
import { FinAuthApiError, FinAuthConfigError, FinAuthError, FinAuthResponseError } from '../errors.ts';
import { idOf, type OnEvent } from '../events.ts';
import { milliseconds, type Rules, whole } from '../rules.ts';
import { throwIfAborted, untilAborted } from '../time/whenAborted.ts';
import { sleep } from '../time/withDeadline.ts';
import { type DeadlineEnvironment, startProgress } from './deadline.ts';

/** When and how often a failed attempt is followed by another. Which failures are is the spec's: `retry` of the error. */
export interface RetryOptions {
  /** How many times to retry at most, after the first attempt. Default: 2. */
  readonly retries?: number;
  /** The pause before the first retry is random, and at most this long, in milliseconds. It doubles from retry to retry. Default: 300. */
  readonly baseDelayMs?: number;
  /** The longest such pause, in milliseconds. Default: 5,000. */
  readonly maxDelayMs?: number;
  /** The longest `Retry-After` to wait for, in milliseconds. A longer one ends the call with its error. Default: 20,000. */
  readonly maxRetryAfterMs?: number;
  /** The time for the whole call with all its attempts and pauses, in milliseconds. Default: 45,000. */
  readonly totalTimeoutMs?: number;
}

export const retryDefaults: Required<RetryOptions> = {
  retries: 2,
  baseDelayMs: 300,
  maxDelayMs: 5_000,
  maxRetryAfterMs: 20_000,
  totalTimeoutMs: 45_000,
};

const MOST_CORRECTIONS = 2;

export const retryRules: Rules<RetryOptions> = {
  retries: whole(0),
  baseDelayMs: milliseconds(0),
  maxDelayMs: milliseconds(0),
  maxRetryAfterMs: milliseconds(0),
  totalTimeoutMs: milliseconds(1),
};

export interface RetryEnvironment extends DeadlineEnvironment {
  readonly clock: Clock;
  /** A number from 0 up to 1 for the length of a pause. */
  readonly jitter: () => number;
  readonly emit: OnEvent;
}

/** Asks again where the error model says that it can help, within what the options allow. */
export function retry(options: Required<RetryOptions>, { clock, progress, timers, jitter, elapsed, emit }: RetryEnvironment): Middleware {
  const { retries, totalTimeoutMs } = options;
  return async (call, next) => {
    const { operation, callId, signal } = call;
    const start = elapsed();
    // A middleware may go on after its call has ended, say to fill a cache.
    const own = progress.get(callId) ?? startProgress(totalTimeoutMs, elapsed);
    const { wait } = own;
    const waitedMs = (): number => wait.inLineMs + (wait.inLineSince === undefined ? 0 : elapsed() - wait.inLineSince);
    let attempt = 0;
    let trial: number | undefined;
    let corrections = 0;

    async function attempts(): Promise<Result> {
      for (;;) {
        own.attempts = ++attempt;
        try {
          return await next({ ...call, attempt, wait, clockOffsetMs: trial ?? 0 });
        } catch (error) {
          own.lastError = error;
          const delayMs = pauseAfter(error);
          if (delayMs === undefined) throw error;
          emit({ type: 'retrying', operation, callId, attempt, code: (error as FinAuthError).code, ...idOf(error), delayMs });
          // The listener may have aborted the call.
          throwIfAborted(signal);
          // No timer for no time: a test framework's would never fire.
          if (delayMs > 0) await sleep(delayMs, signal, timers);
        }
      }
    }

    /** How long to wait before the next attempt; undefined if there must be none. */
    function pauseAfter(error: unknown): number | undefined {
      if (!(error instanceof FinAuthError) || signal?.aborted) return undefined;
      const delayMs = pauseFor(error);
      // Not for a pause that is longer than what is left: nobody would be there to see its end.
      return delayMs === undefined || attempt > retries || elapsed() + delayMs >= own.endsAt ? undefined : delayMs;
    }

    function pauseFor(error: FinAuthError): number | undefined {
      const found = error instanceof FinAuthApiError ? clock.trialAfter(error) : undefined;
      if (found === undefined) return error.retry === 'later' ? backoff(error, attempt, jitter, options) : undefined;
      // A refused signature means that a clock is wrong. Signing again by a better one helps once; and if it was the Date that was wrong, the way back does.
      if (attempt > retries || corrections === MOST_CORRECTIONS) return void (corrections === 0 && clock.leave(found));
      corrections++;
      trial = found;
      return 0;
    }

    try {
      // At once, whatever an attempt is doing: the caller's error is to know how many there were.
      const result = await untilAborted<Result>(signal, (resolve, reject) => {
        void attempts().then(resolve, reject);
        return () => {};
      });
      const { requestId } = result as AnsweredResult;
      emit({
        type: 'succeeded',
        operation,
        callId,
        attempt,
        ...(requestId !== undefined && { requestId }),
        durationMs: elapsed() - start,
        waitedMs: waitedMs(),
      });
      return result;
    } catch (error) {
      // An attempt that the set-up has stopped was not sent.
      if (error instanceof FinAuthError) error.attempts = error instanceof FinAuthConfigError ? attempt - 1 : attempt;
      const code = error instanceof FinAuthError ? error.code : signal?.aborted ? 'aborted' : 'unknown';
      emit({ type: 'gaveUp', operation, callId, attempt, code, ...idOf(error), durationMs: elapsed() - start, waitedMs: waitedMs() });
      throw error;
    } finally {
      wait.for = 'The last attempt had ended. A middleware of yours had not returned.';
    }
  };
}

/** Exponential, with full jitter. What the server asks for is waited for in full, unless that is too long to wait at all. */
function backoff(error: FinAuthError, attempt: number, jitter: () => number, options: Required<RetryOptions>): number | undefined {
  const delayMs = Math.round(jitter() * Math.min(options.maxDelayMs, options.baseDelayMs * 2 ** (attempt - 1)));
  const asked = error instanceof FinAuthApiError || error instanceof FinAuthResponseError ? error.retryAfterMs : undefined;
  if (asked === undefined) return delayMs;
  return asked > options.maxRetryAfterMs ? undefined : Math.max(asked, delayMs);
}
