import type { Call, Middleware, Result, Wait } from '../call.ts';
import { FinAuthError, FinAuthTimeoutError } from '../errors.ts';
import type { UnderWay } from '../time/underWay.ts';
import { type Time, withDeadline } from '../time/withDeadline.ts';

/** How far a call has come. */
export interface Progress {
  /** When its whole time is over, as `elapsed` has it. */
  readonly endsAt: number;
  readonly totalTimeoutMs: number;
  readonly wait: Wait;
  attempts: number;
  /** What the last attempt failed with. */
  lastError?: unknown;
}

export function startProgress(totalTimeoutMs: number, elapsed: () => number): Progress {
  const wait = { for: 'No attempt had begun: a middleware of yours has not called next.', inLineMs: 0, inLineSince: undefined };
  return { endsAt: elapsed() + totalTimeoutMs, totalTimeoutMs, wait, attempts: 0 };
}

export interface DeadlineEnvironment extends Time {
  /** That of each call, by its callId. */
  readonly progress: Map<number, Progress>;
}

/** Gives the whole call its time, the caller's own middleware included. Ends it at once when it is aborted, or when the client stops waiting for it. */
export function deadline(totalTimeoutMs: number, underWay: UnderWay, { progress, timers, elapsed }: DeadlineEnvironment): Middleware {
  return async (call, next) => {
    const { callId, signal } = call;
    const own = startProgress(totalTimeoutMs, elapsed);
    progress.set(callId, own);
    try {
      // Async, for a middleware may throw at once.
      const run = async (stopped: AbortSignal) => next({ ...call, signal: stopped });
      return await withDeadline(run, { ms: totalTimeoutMs, error: () => outOfTime(own), signal, begin: underWay.begin, timers, elapsed });
    } finally {
      progress.delete(callId);
    }
  };
}

/**
 * Keeps a call from going on whose time is over, with a FinAuthTimeoutError: in a process that is busy, its timer may not have had its turn yet.
 */
export function refuseLate({
  progress,
  elapsed,
}: DeadlineEnvironment): <Step extends Call>(call: Step, next: (call: Step) => Promise<Result>) => Promise<Result> {
  return async (call, next) => {
    const own = progress.get(call.callId);
    if (own !== undefined && elapsed() >= own.endsAt) throw outOfTime(own);
    return next(call);
  };
}

function outOfTime({ totalTimeoutMs, wait, attempts, lastError }: Progress): FinAuthTimeoutError {
  const before = lastError instanceof FinAuthError ? ` The last attempt failed with ${lastError.code}.` : '';
  const error = new FinAuthTimeoutError(
    `The call took longer than ${totalTimeoutMs} ms in all (retry.totalTimeoutMs). ${wait.for}${before}`,
    lastError,
  );
  error.attempts = attempts;
  return error;
}
