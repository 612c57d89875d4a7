import type { Middleware } from '../call.ts';

/** Lets at most `limit` calls through at a time. The others wait in the order in which they came; one that is aborted leaves the queue. */
export function concurrency(limit: number): Middleware {
  // A Set keeps the order of arrival and lets go of an aborted waiter at once, however long the queue is.
  const waiting = new Set<() => void>();
  let inFlight = 0;

  async function enter(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (inFlight < limit) {
      inFlight++;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const admit = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        waiting.delete(admit);
        reject(signal!.reason);
      };
      waiting.add(admit);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  function exit(): void {
    const [first] = waiting;
    if (first === undefined) inFlight--;
    else {
      // The slot goes from hand to hand, so that nobody who comes in between can take it.
      waiting.delete(first);
      first();
    }
  }

  return async (call, next) => {
    await enter(call.signal);
    try {
      // Aborted between having been let through and being here.
      call.signal?.throwIfAborted();
      return await next(call);
    } finally {
      exit();
    }
  };
}
