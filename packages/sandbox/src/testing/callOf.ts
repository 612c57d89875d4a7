import type { Call } from '../call.ts';

/** A call as the judges get it, of which this is known. */
export function callOf(known: Partial<Call> = {}): Call {
  return { number: 1, at: 0, method: '', path: '', address: '', ...known };
}
