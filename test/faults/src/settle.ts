import { setTimeout as sleep } from 'node:timers/promises';
import type { VirtualClock } from './virtualClock.ts';

/** What became of a promise. */
export type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown };

// Real time for real I/O to catch up before the clock moves on. Too short, and a byte comes late on the clock; no verdict hangs on it.
const CATCH_UP_MS = 2;
const STUCK_AFTER_MS = 60_000;

/**
 * Waits for a call to end, and moves the clock on whenever it is the clock that the call waits for. While a real answer is
 * under way the clock stands still, so that a slow machine makes no timeout.
 */
export async function settle(call: Promise<unknown>, clock: VirtualClock, waitsForClock: () => boolean): Promise<Outcome> {
  const outcome = outcomeOf(call);
  const giveUpAt = performance.now() + STUCK_AFTER_MS;
  while (performance.now() < giveUpAt) {
    const done = await Promise.race([outcome, sleep(CATCH_UP_MS)]);
    if (done !== undefined) return done;
    if (waitsForClock()) clock.next();
  }
  throw new Error('the call neither ends nor waits for the clock');
}

export function outcomeOf(call: Promise<unknown>): Promise<Outcome> {
  return call.then(
    (value) => ({ ok: true, value }),
    (error: unknown) => ({ ok: false, error }),
  );
}
