export interface Timers {
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(handle: never): void;
}

/** Waits for an answer, but no longer than this. One that comes too late goes to `tooLate`: what it tells of has happened all the same. */
export function inTime<T>(answer: Promise<T>, ms: number, timers: Timers, tooLate: (value: T) => void = () => {}): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      reject(new Error(`no answer within ${ms} ms`));
      answer.then(tooLate, () => {});
    };
    // A process that was busy looks at its sockets once more: the answer may have come long ago.
    let timer = timers.setTimeout(() => (timer = timers.setTimeout(giveUp, 0)), ms);
    answer.then(resolve, reject).finally(() => timers.clearTimeout(timer as never));
  });
}
