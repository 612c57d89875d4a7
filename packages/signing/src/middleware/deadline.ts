import type { Middleware } from '../call.ts';
import { FinAuthError, FinAuthTimeoutError } from '../errors.ts';
import { type Time, withDeadline } from '../withDeadline.ts';

/** How far a call has come. */
export interface Progress {
  /** When its whole time is over, as `elapsed` has it. */
  readonly endsAt: number;
  readonly totalTimeoutMs: number;
  attempts: number;
  /** What the last attempt failed with. */
  lastError?: unknown;
  isOutOfTime: boolean;
}

/** The calls under way, by their callId. */
export type UnderWay = Map<number, Progress>;

export interface DeadlineEnvironment extends Time {
  readonly underWay: UnderWay;
}

/** Gives the whole call its time, the caller's own middleware included, and ends it at once when it is aborted. */
export function deadline(totalTimeoutMs: number, { underWay, timers, elapsed }: DeadlineEnvironment): Middleware {
  return async (call, next) => {
    const { callId, signal } = call;
    const progress: Progress = { endsAt: elapsed() + totalTimeoutMs, totalTimeoutMs, attempts: 0, isOutOfTime: false };
    underWay.set(callId, progress);
    try {
      const run = async (own: AbortSignal) => next({ ...call, signal: own });
      return await withDeadline(run, { ms: totalTimeoutMs, error: () => outOfTime(progress), signal, timers, elapsed });
    } finally {
      underWay.delete(callId);
    }
  };
}

/** Begins nothing of a call whose time is over: in a process that is busy, its timer may not have had its turn yet. */
export function inTime({ underWay, elapsed }: DeadlineEnvironment): Middleware {
  return (call, next) => {
    const progress = underWay.get(call.callId);
    return progress !== undefined && elapsed() >= progress.endsAt ? Promise.reject(outOfTime(progress)) : next(call);
  };
}

function outOfTime(progress: Progress): FinAuthTimeoutError {
  const { totalTimeoutMs, attempts, lastError } = progress;
  progress.isOutOfTime = true;
  const why =
    lastError instanceof FinAuthError
      ? `The last attempt failed with ${lastError.code}.`
      : attempts > 0
        ? 'No attempt had ended: is maxConcurrency too low?'
        : 'No attempt had begun: a middleware of yours has not called next.';
  const error = new FinAuthTimeoutError(`The call took longer than ${totalTimeoutMs} ms in all (retry.totalTimeoutMs). ${why}`, lastError);
  error.attempts = attempts;
  return error;
}
