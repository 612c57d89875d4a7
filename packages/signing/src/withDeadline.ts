/** The timer functions, so that a test can bring its own clock. */
export interface Timers {
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(handle: never): void;
}

export interface Deadline {
  /** Without it there is no limit. */
  readonly ms?: number;
  /** Made only when the time is over. */
  readonly error?: () => Error;
  readonly signal: AbortSignal | undefined;
  readonly timers: Timers;
}

/**
 * Runs something that must end: in the given time, or when the outer signal is aborted.
 * Rejects at once, with the outer signal's own reason in the second case, and tells what runs by the signal it was given.
 */
export function withDeadline<T>(run: (signal: AbortSignal) => Promise<T>, { ms, error, signal, timers }: Deadline): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const controller = new AbortController();
    const stop = (reason: unknown): void => {
      end();
      reject(reason);
      controller.abort(reason);
    };
    const onAbort = (): void => stop(signal!.reason);
    const timer = ms === undefined ? undefined : timers.setTimeout(() => stop(error?.()), ms);
    signal?.addEventListener('abort', onAbort);
    const end = (): void => {
      timers.clearTimeout(timer as never);
      signal?.removeEventListener('abort', onAbort);
    };
    run(controller.signal).then(
      (value) => (end(), resolve(value)),
      (reason) => (end(), reject(reason)),
    );
  });
}

/** Waits, unless the signal is aborted: then it rejects at once with the signal's reason. */
export function sleep(ms: number, signal: AbortSignal, timers: Timers): Promise<void> {
  const wait = (stopped: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const timer = timers.setTimeout(resolve, ms);
      stopped.addEventListener('abort', () => timers.clearTimeout(timer as never));
    });
  return withDeadline(wait, { signal, timers });
}
