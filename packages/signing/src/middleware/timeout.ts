import type { Middleware } from '../call.ts';
import { FinAuthTimeoutError } from '../errors.ts';
import { type Deadline, withDeadline } from '../time/withDeadline.ts';

/** Gives one attempt its time. Neither waiting for a slot nor waiting to try again counts. */
export function timeout(ms: number, { timers, elapsed, begin }: Pick<Deadline, 'timers' | 'elapsed' | 'begin'>): Middleware {
  return (call, next) =>
    withDeadline((signal) => next({ ...call, signal }), {
      ms,
      error: () => new FinAuthTimeoutError(`No answer within ${ms} ms (timeoutMs). ${call.wait?.for}`),
      signal: call.signal,
      timers,
      elapsed,
      begin,
    });
}
