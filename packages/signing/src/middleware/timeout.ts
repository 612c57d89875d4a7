import type { Middleware } from '../call.ts';
import { FinAuthTimeoutError } from '../errors.ts';
import { type Timers, withDeadline } from '../withDeadline.ts';

/** Gives one attempt its time. Neither waiting for a slot nor waiting to try again counts. */
export function timeout(ms: number, timers: Timers): Middleware {
  return (call, next) =>
    withDeadline((signal) => next({ ...call, signal }), {
      ms,
      error: () =>
        new FinAuthTimeoutError(
          `FinAuth gave no answer within ${ms} ms. Look at the network to the region's host first, and at the provider of the credentials if you have one; timeoutMs sets the time for one attempt.`,
        ),
      signal: call.signal,
      timers,
    });
}
