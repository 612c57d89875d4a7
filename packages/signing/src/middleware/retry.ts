import type { AnsweredResult, Line, Middleware, Result } from '../call.ts';
import type { Clock } from '../clock.ts';
import { FinAuthApiError, FinAuthConfigError, FinAuthError, FinAuthResponseError, FinAuthTimeoutError } from '../errors.ts';
import { idOf, type OnEvent } from '../events.ts';
import { milliseconds, type Rules, whole } from '../rules.ts';
import { sleep, type Timers, withDeadline } from '../withDeadline.ts';

export interface RetryOptions {
  /** How many times to ask again at most, after the first attempt. Default: 2. */
  readonly retries?: number;
  /** The pause before the first retry is random, and at most this long, in milliseconds. It doubles from retry to retry. Default: 300. */
  readonly baseDelayMs?: number;
  /** No such pause is longer than this, in milliseconds. Default: 5,000. */
  readonly maxDelayMs?: number;
  /** The longest `Retry-After` that is waited for, in milliseconds. A longer one ends the call with its error. Default: 20,000. */
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

export const retryRules: Rules<RetryOptions> = {
  retries: whole(0),
  baseDelayMs: milliseconds(0),
  maxDelayMs: milliseconds(0),
  maxRetryAfterMs: milliseconds(0),
  totalTimeoutMs: milliseconds(1),
};

export interface RetryEnvironment {
  readonly clock: Clock;
  readonly timers: Timers;
  /** A number from 0 up to 1 for the length of a pause. */
  readonly jitter: () => number;
  /** Milliseconds since whenever, for durations. */
  readonly elapsed: () => number;
  readonly emit: OnEvent;
}

/** Asks again where the error model says that it can help, within what the options allow. */
export function retry(options: Required<RetryOptions>, { clock, timers, jitter, elapsed, emit }: RetryEnvironment): Middleware {
  const { retries, totalTimeoutMs: ms } = options;
  return async (call, next) => {
    const { operation, callId } = call;
    const start = elapsed();
    const line: Line = { waitedMs: 0, since: undefined };
    const waitedMs = (): number => line.waitedMs + (line.since === undefined ? 0 : elapsed() - line.since);
    let attempt = 0;
    let corrected = false;
    let last: unknown;

    async function attempts(signal: AbortSignal): Promise<Result> {
      for (;;) {
        attempt++;
        try {
          return await next({ ...call, attempt, signal, line });
        } catch (error) {
          last = error;
          const delayMs = signal.aborted ? undefined : pauseAfter(error);
          // Not for a pause that is longer than what is left: nobody would be there to see its end.
          if (delayMs === undefined || attempt > retries || elapsed() - start + delayMs >= ms) throw error;
          emit({ type: 'retrying', operation, callId, attempt, code: (error as FinAuthError).code, ...idOf(error), delayMs });
          await sleep(delayMs, signal, timers);
        }
      }
    }

    /** How long to wait before the next attempt; undefined if there must be none. */
    function pauseAfter(error: unknown): number | undefined {
      if (!(error instanceof FinAuthError) || error.retry === 'never') return undefined;
      if (error.retry === 'later') return backoff(error, attempt, jitter, options);
      // A fresh signature that has expired means that a clock is wrong. Signing again helps once, and only if the clock was set right.
      if (corrected || !(error instanceof FinAuthApiError)) return undefined;
      corrected = clock.corrects(error, (offsetMs) => emit({ type: 'clockCorrected', operation, callId, attempt, offsetMs }));
      return corrected ? 0 : undefined;
    }

    try {
      const result = await withDeadline(attempts, { ms, error: () => outOfTime(ms, last), signal: call.signal, timers });
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
      const code = error instanceof FinAuthError ? error.code : call.signal?.aborted ? 'aborted' : 'unknown';
      if (attempt > 0)
        emit({ type: 'gaveUp', operation, callId, attempt, code, ...idOf(error), durationMs: elapsed() - start, waitedMs: waitedMs() });
      throw error;
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

function outOfTime(ms: number, last: unknown): FinAuthTimeoutError {
  const before =
    last instanceof FinAuthError ? `The last attempt failed with ${last.code}.` : 'No attempt had ended: is maxConcurrency too low?';
  return new FinAuthTimeoutError(`The call took longer than ${ms} ms in all (retry.totalTimeoutMs). ${before}`, last);
}
