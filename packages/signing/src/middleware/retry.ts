import type { Middleware, Result } from '../call.ts';
import type { Clock } from '../clock.ts';
import { FinAuthApiError, FinAuthConfigError, FinAuthError, FinAuthResponseError, FinAuthTimeoutError } from '../errors.ts';
import type { OnEvent } from '../events.ts';
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

export interface RetryEnvironment {
  readonly clock: Clock;
  readonly timers: Timers;
  /** A number from 0 up to 1 for the length of a pause. */
  readonly jitter: () => number;
  readonly now: () => number;
  readonly emit: OnEvent;
}

/** Asks again where the error model says that it can help, within what the options allow. */
export function retry(options: Required<RetryOptions>, { clock, timers, jitter, now, emit }: RetryEnvironment): Middleware {
  return async (call, next) => {
    const { operation, callId } = call;
    const start = now();
    const deadline = start + options.totalTimeoutMs;
    let attempt = 0;
    let clockCorrected = false;
    let last: unknown;

    async function attempts(signal: AbortSignal): Promise<Result> {
      for (;;) {
        attempt++;
        const offsetBefore = clock.offsetMs();
        try {
          return await next({ ...call, attempt, signal });
        } catch (error) {
          last = error;
          const delayMs = signal.aborted ? undefined : pauseBeforeNext(error, offsetBefore);
          if (delayMs === undefined) throw error;
          emit({ type: 'retrying', operation, callId, attempt, code: (error as FinAuthError).code, delayMs });
          await sleep(delayMs, signal, timers);
        }
      }
    }

    /** How long to wait before the next attempt; undefined if there must be none. */
    function pauseBeforeNext(error: unknown, offsetBefore: number): number | undefined {
      if (!(error instanceof FinAuthError) || error.retry === 'never') return undefined;
      const delayMs = error.retry === 'later' ? pauseAfter(error) : pauseToSignAgain(error, offsetBefore);
      const allowed = delayMs !== undefined && attempt <= options.retries && now() + delayMs < deadline;
      return allowed ? delayMs : undefined;
    }

    function pauseAfter(error: FinAuthError): number | undefined {
      const backoff = Math.round(jitter() * Math.min(options.maxDelayMs, options.baseDelayMs * 2 ** (attempt - 1)));
      const asked = error instanceof FinAuthApiError || error instanceof FinAuthResponseError ? error.retryAfterMs : undefined;
      if (asked === undefined) return backoff;
      return asked > options.maxRetryAfterMs ? undefined : Math.max(asked, backoff);
    }

    /** A fresh signature that has expired means that a clock is wrong. Signing again helps once, and only if the clock was set right by the answer. */
    function pauseToSignAgain(error: FinAuthError, offsetBefore: number): number | undefined {
      if (error instanceof FinAuthApiError && error.serverTime !== undefined)
        clock.learn(error.serverTime, error.localTime, { operation, callId, attempt });
      // Another call may have learnt it while this one was under way.
      if (clockCorrected || clock.offsetMs() === offsetBefore) return undefined;
      clockCorrected = true;
      return 0;
    }

    try {
      return await withDeadline(attempts, {
        ms: options.totalTimeoutMs,
        error: () => outOfTime(options.totalTimeoutMs, last),
        signal: call.signal,
        timers,
      });
    } catch (error) {
      if (error instanceof FinAuthError && !(error instanceof FinAuthConfigError)) error.attempts = attempt;
      const code = call.signal?.aborted ? 'aborted' : error instanceof FinAuthError ? error.code : 'unknown';
      emit({ type: 'gaveUp', operation, callId, attempt, code, durationMs: now() - start });
      throw error;
    }
  };
}

function outOfTime(ms: number, last: unknown): FinAuthTimeoutError {
  const before = last instanceof FinAuthError ? ` The last attempt that ended had failed with ${last.code}.` : '';
  return new FinAuthTimeoutError(
    `The call took longer than the ${ms} ms it had for all attempts together (retry.totalTimeoutMs).${before}`,
    {
      ...(last !== undefined && { cause: last }),
    },
  );
}
