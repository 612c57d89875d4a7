import type { Call, Middleware } from '../call.ts';
import { throwIfAborted } from '../whenAborted.ts';
import { admitFirst, type Queue, waitIn } from '../waitIn.ts';

/** Lets at most `limit` calls through at a time. The others wait in the order in which they came; one that is aborted leaves the queue. */
export function concurrency(limit: number): Middleware {
  const waiting: Queue = new Set();
  let inFlight = 0;

  async function enter(signal: Call['signal']): Promise<void> {
    throwIfAborted(signal);
    if (inFlight < limit) {
      inFlight++;
      return;
    }
    await waitIn(waiting, signal);
  }

  /** The slot goes from hand to hand, so that nobody who comes in between can take it. */
  function exit(): void {
    if (!admitFirst(waiting)) inFlight--;
  }

  return async (call, next) => {
    await enter(call.signal);
    try {
      // Aborted between having been let through and being here.
      throwIfAborted(call.signal);
      return await next(call);
    } finally {
      exit();
    }
  };
}
