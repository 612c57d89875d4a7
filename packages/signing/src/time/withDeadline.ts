import { ownController } from './ownController.ts';
import type { AbortSignalLike } from '../platform/platform.ts';
import { reasonOf, untilAborted, whenAborted } from './whenAborted.ts';

/** The timer functions, so that a test can replace them. */
export interface Timers {
  /** Calls back once, after so many milliseconds, and returns a handle. */
  setTimeout(callback: () => void, ms: number): unknown;
  /** Takes back what the handle is of. */
  clearTimeout(handle: never): void;
}

/** What time goes by. */
export interface Time {
  readonly timers: Timers;
  /** Milliseconds since whenever, by a clock that nobody sets. */
  readonly elapsed: () => number;
}

export interface Deadline extends Time {
  readonly ms: number;
  /** Made only when the time is over. */
  readonly error: () => Error;
  readonly signal: AbortSignalLike | undefined;
  /** Told how to stop it early. Returns what is to be called when it ends. What it throws keeps it from beginning. */
  readonly begin?: ((stop: (reason: unknown) => void) => () => void) | undefined;
}

// A timer that fires late does so before the process has looked at its sockets again: an answer may have come long ago. Each look is a timer of no time, and
// between two of them the event loop gets round to the network. Two at least, since a busy process may run the first at once. An answer in many pieces, or one
// that has to be unpacked, takes more: for as long as the timer was late, up to half a second. Where the machine gives the process little time, looks lie far apart
// and each shows no more than others do: it counts as a few milliseconds, until two seconds are over.
const LEAST_LOOKS = 2;
const MOST_LOOKING_MS = 500;
const MOST_OF_A_LOOK_MS = 10;
const LONGEST_MS = 2_000;

/**
 * Runs something that must end: in the given time, or when the outer signal is aborted.
 * Rejects at once, with the outer signal's own reason in the second case, and tells what runs by the signal it was given.
 */
export function withDeadline<T>(
  run: (signal: AbortSignal) => Promise<T>,
  { ms, error, signal, begin, timers, elapsed }: Deadline,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (signal?.aborted) return reject(reasonOf(signal));
    const controller = ownController();
    const dueAt = elapsed() + ms;
    let looks = 0;
    let firstLookAt = 0;
    let lookedAt = 0;
    let leftMs = 0;
    const stop = (reason: unknown): void => {
      end();
      reject(reason);
      controller.abort(reason);
    };
    const leave = begin?.(stop);
    const timeIsOver = (): void => {
      const now = elapsed();
      if (looks === 0) {
        firstLookAt = now;
        leftMs = Math.min(now - dueAt, MOST_LOOKING_MS);
      } else leftMs -= Math.min(now - lookedAt, MOST_OF_A_LOOK_MS);
      lookedAt = now;
      const hasLooked = looks >= LEAST_LOOKS && (leftMs <= 0 || now - firstLookAt >= LONGEST_MS);
      if (now <= dueAt || hasLooked) return stop(error());
      looks++;
      timer = timers.setTimeout(timeIsOver, 0);
    };
    let timer = timers.setTimeout(timeIsOver, ms);
    const forget = whenAborted(signal, () => stop(reasonOf(signal!)));
    const end = (): void => {
      timers.clearTimeout(timer as never);
      forget();
      leave?.();
    };
    run(controller.signal).then(
      (value) => (end(), resolve(value)),
      (reason) => (end(), reject(reason)),
    );
  });
}

/** Waits, unless the signal is aborted: then it rejects at once with the signal's reason. */
export function sleep(ms: number, signal: AbortSignalLike | undefined, timers: Timers): Promise<void> {
  return untilAborted(signal, (over) => {
    const timer = timers.setTimeout(over, ms);
    return () => timers.clearTimeout(timer as never);
  });
}
