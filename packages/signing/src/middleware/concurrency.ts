import type { Middleware } from '../call.ts';
import { admitFirst, type Queue, waitIn } from '../waitIn.ts';

/** Lets at most `limit` calls through at a time. The others wait in the order in which they came; one that is aborted leaves the queue. */
export function concurrency(limit: number, elapsed: () => number): Middleware {
  const waiting: Queue = new Set();
  let inFlight = 0;

  async function enter(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
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
    const { line } = call;
    if (line !== undefined) line.since = elapsed();
    await enter(call.signal);
    if (line?.since !== undefined) {
      line.waitedMs += elapsed() - line.since;
      line.since = undefined;
    }
    try {
      // Aborted between having been let through and being here.
      call.signal?.throwIfAborted();
      return await next(call);
    } finally {
      exit();
    }
  };
}
