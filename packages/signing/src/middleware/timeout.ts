import type { Middleware } from '../call.ts';
import { FinAuthTimeoutError } from '../errors.ts';
import { type Time, withDeadline } from '../withDeadline.ts';

/** Gives one attempt its time. Neither waiting for a slot nor waiting to try again counts. */
export function timeout(ms: number, time: Time): Middleware {
  const error = (): Error =>
    new FinAuthTimeoutError(
      `No answer within ${ms} ms (timeoutMs). Check the network to the region's host, and your provider of credentials.`,
    );
  return (call, next) => withDeadline((signal) => next({ ...call, signal }), { ms, error, signal: call.signal, ...time });
}
