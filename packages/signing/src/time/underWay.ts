import { FinAuthClosedError } from '../errors.ts';
import { checkOptions, milliseconds, type Rules } from '../rules.ts';
import type { Timers } from './withDeadline.ts';

/** How long `close` waits. */
export interface CloseOptions {
  /** How long to wait for calls in progress, in milliseconds; 0 aborts them at once. Default: 10,000. */
  readonly timeoutMs?: number;
}

const DEFAULT_CLOSE_MS = 10_000;

const closeRules: Rules<CloseOptions> = { timeoutMs: milliseconds(0) };

/** What is under way, and the end of it. */
export interface UnderWay {
  /**
   * Enters a call. Returns what the call has to call when it ends.
   *
   * @param stop Ends the call early, with the error that it is given.
   * @throws {FinAuthClosedError} once `close` has been called.
   */
  begin(stop: (error: FinAuthClosedError) => void): () => void;
  /**
   * Refuses new calls, waits for those under way, stops what is left when the time is over, and lets go. The same promise each time; a later call may shorten the
   * wait.
   */
  close(options?: CloseOptions): Promise<void>;
}

interface UnderWayCall {
  stop: ((error: FinAuthClosedError) => void) | undefined;
}

/**
 * @param what The name of what is closed, for messages: `client` or `transport`.
 * @param timers Read when `close` is called, so that a test may fake them.
 */
export function createUnderWay(what: string, timers: Timers, letGo: () => unknown): UnderWay {
  const calls = new Set<UnderWayCall>();
  let closing: Promise<void> | undefined;
  let onEmpty = (): void => {};
  let waitNoLongerThan = (_ms: number): void => {};

  async function end(ms: number): Promise<void> {
    const waitedMs = calls.size > 0 && ms > 0 ? await emptyWithin(ms) : ms;
    for (const { stop } of calls)
      stop?.(
        new FinAuthClosedError(
          `The ${what} was closed before this call ended: close() waited ${waitedMs} ms. Give it more time with close({ timeoutMs }), or begin no calls before it`,
        ),
      );
    await letGo();
  }

  /** Resolves when no call is under way, or after the shortest time that it is told. */
  function emptyWithin(givenMs: number): Promise<number> {
    return new Promise((resolve) => {
      const pending: unknown[] = [];
      const over = (ms: number): void => {
        waitNoLongerThan = () => {};
        for (const timer of pending) timers.clearTimeout(timer as never);
        resolve(ms);
      };
      waitNoLongerThan = (ms) => void pending.push(timers.setTimeout(() => over(ms), ms));
      waitNoLongerThan(givenMs);
      onEmpty = () => over(givenMs);
    });
  }

  return {
    begin(stop) {
      if (closing !== undefined)
        throw new FinAuthClosedError(
          `The ${what} is closed and takes no new calls. Call close() after the last call, or create a new ${what}`,
        );
      const call: UnderWayCall = { stop };
      calls.add(call);
      return () => {
        // Let go of at once: the tables of a Set outlive many young collections, and would keep whole calls alive, and through them those that follow.
        call.stop = undefined;
        if (calls.delete(call) && calls.size === 0) onEmpty();
      };
    },
    close(options = {}) {
      try {
        checkOptions(options, closeRules, undefined, 'close: ');
      } catch (error) {
        return Promise.reject(error);
      }
      const { timeoutMs } = options;
      if (closing === undefined) closing = end(timeoutMs ?? DEFAULT_CLOSE_MS);
      else if (timeoutMs !== undefined) waitNoLongerThan(timeoutMs);
      return closing;
    },
  };
}
