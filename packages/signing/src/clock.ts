import type { Call } from './call.ts';
import type { OnEvent } from './events.ts';

/** The time as FinAuth has it, as far as that is known. */
export interface Clock {
  /** Milliseconds since 1970, with what has been learnt of the local clock's error. */
  now(): number;
  /** How far the server's clock is found to be ahead of the local one, in milliseconds. */
  offsetMs(): number;
  /** Learns from the server's own time, and the local one when its answer came, where the two do not agree. */
  learn(serverTime: number, localTime: number, call: Pick<Call, 'operation' | 'callId' | 'attempt'>): void;
}

// A Date header has whole seconds and is as old as the answer's way here. What is closer than this agrees.
const TOLERANCE_MS = 5_000;

export function createClock(localNow: () => number, emit: OnEvent): Clock {
  let offsetMs = 0;
  return {
    now: () => localNow() + offsetMs,
    offsetMs: () => offsetMs,
    learn(serverTime, localTime, { operation, callId, attempt }) {
      const found = serverTime - localTime;
      if (Math.abs(found - offsetMs) <= TOLERANCE_MS) return;
      offsetMs = found;
      emit({ type: 'clockCorrected', operation, callId, attempt, offsetMs });
    },
  };
}
