import type { AbortSignalLike } from './platform.ts';
import { reasonOf, whenAborted } from './whenAborted.ts';

/** Who waits, in the order of arrival. A Set, so that who leaves early is let go of at once, however long the queue is. */
export type Queue = Set<() => void>;

/** Waits until it is admitted. Rejects at once with the signal's reason if that is aborted, and has then left the queue. */
export function waitIn(queue: Queue, signal: AbortSignalLike | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const forget = whenAborted(signal, () => {
      queue.delete(admitted);
      reject(reasonOf(signal!));
    });
    const admitted = (): void => {
      forget();
      resolve();
    };
    queue.add(admitted);
  });
}

/** Admits the first of those who wait. False if there is nobody. */
export function admitFirst(queue: Queue): boolean {
  const [first] = queue;
  if (first === undefined) return false;
  queue.delete(first);
  first();
  return true;
}
