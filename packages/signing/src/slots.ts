import type { AbortSignalLike } from './platform.ts';
import { admitFirst, type Queue, waitIn } from './waitIn.ts';
import { throwIfAborted } from './whenAborted.ts';

/** A number of slots, which go to those who want one in the order in which they came. */
export interface Slots {
  /** Waits for a slot. Rejects at once with the signal's reason if that is aborted. */
  enter(signal: AbortSignalLike | undefined): Promise<void>;
  /** Whether one who wants a slot now has to wait. */
  isFull(): boolean;
  /** Gives it back. */
  exit(): void;
}

export function createSlots(limit: number): Slots {
  const waiting: Queue = new Set();
  let taken = 0;
  return {
    async enter(signal) {
      throwIfAborted(signal);
      if (taken < limit) {
        taken++;
        return;
      }
      await waitIn(waiting, signal);
    },
    isFull: () => taken >= limit,
    /** The slot goes from hand to hand, so that nobody who comes in between can take it. */
    exit() {
      if (!admitFirst(waiting)) taken--;
    },
  };
}
