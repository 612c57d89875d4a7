import type { FinAuthApiError } from './errors.ts';

/** The time as FinAuth has it, as far as that is known. */
export interface Clock {
  /** Milliseconds since 1970, with what has been learnt of the local clock's error. */
  now(): number;
  /** How far the server's clock is found to be ahead of the local one, in milliseconds. */
  offsetMs(): number;
  /**
   * Whether a refused signature was made by a clock that does not agree with the server's, so that one made now is better.
   * Learns the server's time, if nobody has since.
   */
  corrects(error: FinAuthApiError, learnt: (offsetMs: number) => void): boolean;
}

// A Date header has whole seconds and is as old as the answer's way here. What is closer than this agrees.
const TOLERANCE_MS = 5_000;

export function createClock(localNow: () => number): Clock {
  let offsetMs = 0;
  return {
    now: () => localNow() + offsetMs,
    offsetMs: () => offsetMs,
    corrects({ clockOffsetMs: found, assumedOffsetMs }, learnt) {
      if (found === undefined || agree(found, assumedOffsetMs)) return false;
      if (!agree(found, offsetMs)) learnt((offsetMs = found));
      return true;
    },
  };
}

function agree(one: number, other: number): boolean {
  return Math.abs(one - other) <= TOLERANCE_MS;
}
