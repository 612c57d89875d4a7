import type { Middleware } from '../call.ts';
import { type Timers, withDeadline } from '../withDeadline.ts';

/** Ends a call at once when it is aborted, whatever the caller's own middleware is busy with. */
export function abortable(timers: Timers): Middleware {
  return (call, next) => withDeadline(async (signal) => next({ ...call, signal }), { signal: call.signal, timers });
}
