import type { Timers } from '@finauth-sdk/signing';

export interface VirtualClock {
  /** Milliseconds since 1970. */
  now(): number;
  readonly timers: Timers;
  /** How long ago the clock was made, on the clock. */
  elapsed(): number;
  /** How many timers are set. */
  pending(): number;
  /** Goes to the next timer and lets it fire. False if there is none. */
  next(): boolean;
  /** Goes on by so much, and lets fire what comes in that time. */
  advance(ms: number): void;
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that stands still until it is told to go on. */
export function createVirtualClock(start = Date.UTC(2026, 0, 15, 12)): VirtualClock {
  // In the order in which they were set, so that two for the same time fire in that order.
  const timers = new Map<number, Timer>();
  let time = start;
  let lastHandle = 0;

  function nextBefore(limit: number): boolean {
    let first: [number, Timer] | undefined;
    for (const entry of timers) if (first === undefined || entry[1].at < first[1].at) first = entry;
    if (first === undefined || first[1].at > limit) return false;
    timers.delete(first[0]);
    time = Math.max(time, first[1].at);
    first[1].callback();
    return true;
  }

  return {
    now: () => time,
    timers: {
      setTimeout(callback, ms) {
        const handle = ++lastHandle;
        timers.set(handle, { at: time + ms, callback });
        // What takes no time does not wait for the clock to go on.
        if (ms <= 0) setImmediate(() => timers.delete(handle) && callback());
        return handle;
      },
      clearTimeout(handle) {
        timers.delete(handle);
      },
    },
    elapsed: () => time - start,
    pending: () => timers.size,
    next: () => nextBefore(Number.POSITIVE_INFINITY),
    advance(ms) {
      const end = time + ms;
      while (nextBefore(end));
      time = end;
    },
  };
}
