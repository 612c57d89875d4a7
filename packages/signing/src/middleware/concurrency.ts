import type { Middleware } from '../call.ts';
import { createSlots } from '../slots.ts';
import { throwIfAborted } from '../whenAborted.ts';

/** Lets at most `limit` calls through at a time. The others wait in the order in which they came; one that is aborted leaves the queue. */
export function concurrency(limit: number, elapsed: () => number): Middleware {
  const slots = createSlots(limit);
  return async (call, next) => {
    const { wait } = call;
    // A call that finds a slot has not stood in line, however long a busy process takes to go on with it.
    if (wait !== undefined && slots.isFull()) {
      wait.for = 'It was waiting in line: maxConcurrency may be too low.';
      wait.inLineSince = elapsed();
    }
    await slots.enter(call.signal);
    if (wait?.inLineSince !== undefined) {
      wait.inLineMs += elapsed() - wait.inLineSince;
      wait.inLineSince = undefined;
    }
    try {
      // Aborted between having been let through and being here.
      throwIfAborted(call.signal);
      return await next(call);
    } finally {
      slots.exit();
    }
  };
}
