import type { Call, Line, Middleware, Result } from '../call.ts';
import { FinAuthError, FinAuthTimeoutError } from '../errors.ts';
import type { UnderWay } from '../underWay.ts';
import { type Time, withDeadline } from '../withDeadline.ts';

/** How far a call has come. */
export interface Progress {
  /** When its whole time is over, as `elapsed` has it. */
  readonly endsAt: number;
  readonly totalTimeoutMs: number;
  readonly line: Line;
  attempts: number;
  /** What the last attempt failed with. */
  lastError?: unknown;
  /** An attempt has succeeded. */
  isAnswered?: boolean;
}

export function startProgress(totalTimeoutMs: number, elapsed: () => number): Progress {
  return { endsAt: elapsed() + totalTimeoutMs, totalTimeoutMs, line: { waitedMs: 0, since: undefined }, attempts: 0 };
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

function outOfTime(progress: Progress): FinAuthTimeoutError {
  const { totalTimeoutMs, attempts, lastError } = progress;
  const error = new FinAuthTimeoutError(
    `The call took longer than ${totalTimeoutMs} ms in all (retry.totalTimeoutMs). ${whereItIs(progress)}`,
    lastError,
  );
  error.attempts = attempts;
  return error;
}

/** What the call was waiting for. */
function whereItIs({ attempts, lastError, line, isAnswered }: Progress): string {
  if (isAnswered) return 'FinAuth had answered: a middleware of yours has not returned the result.';
  if (attempts === 0) return 'No attempt had begun: a middleware of yours has not called next.';
  if (lastError instanceof FinAuthError) return `The last attempt failed with ${lastError.code}.`;
  if (line.since !== undefined || line.waitedMs > 0) return 'It was waiting in line: maxConcurrency may be too low.';
  return "The first attempt had not ended: check the network to the region's host, and your provider of credentials.";
}
