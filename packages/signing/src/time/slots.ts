import type { AbortSignalLike } from '../platform/platform.ts';
import { throwIfAborted, untilAborted } from './whenAborted.ts';

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
  // Who waits, in the order of arrival. A Set, so that who leaves early is let go of at once, however long the queue is.
  const waiting = new Set<() => void>();
  let taken = 0;
  return {
    async enter(signal) {
      throwIfAborted(signal);
      if (taken < limit) {
        taken++;
        return;
      }
      await untilAborted(signal, (admitted) => {
        waiting.add(admitted);
        return () => waiting.delete(admitted);
      });
    },
    isFull: () => taken >= limit,
    /** The slot goes from hand to hand, so that nobody who comes in between can take it. */
    exit() {
      const [first] = waiting;
      if (first === undefined) return void taken--;
      waiting.delete(first);
      first();
    },
  };
}
