import type { OperationId } from './call.ts';
import { FinAuthApiError, FinAuthResponseError } from './errors.ts';

interface EventBase {
  readonly operation: OperationId;
  /** The number of the call, counted from 1 per client. All events of a call have the same. */
  readonly callId: number;
  /** Which attempt of the call, from 1. */
  readonly attempt: number;
}

/**
 * What happens to calls, for logs and metrics. Durations are in milliseconds. `requestId` is FinAuth's ID of the request, for its support; it is there
 * if the answer has one. No event holds a secret or a signature, and none takes a field from the request.
 */
export type FinAuthEvent =
  /** A request is about to be signed and sent. It has its slot under `maxConcurrency`. */
  | (EventBase & { readonly type: 'attemptStarted' })
  /** An answer came, good or bad. `code` is that of the error where it is one. */
  | (EventBase & {
      readonly type: 'answered';
      readonly status: number;
      readonly code?: string;
      readonly requestId?: string;
      readonly durationMs: number;
    })
  /** The attempt failed with `code`, and another follows in `delayMs`. */
  | (EventBase & { readonly type: 'retrying'; readonly code: string; readonly requestId?: string; readonly delayMs: number })
  /** FinAuth's clock is `offsetMs` ahead of the local one (behind, if negative). Signatures follow it from now on. */
  | (EventBase & { readonly type: 'clockCorrected'; readonly offsetMs: number })
  /**
   * The slot of a limiter (`maxConcurrency`) is lost while the attempt has it. An attempt that was sent continues, so more calls may be in flight than the limit
   * allows; one that was not fails with `ERR_LIMITER`.
   */
  | (EventBase & { readonly type: 'slotLost' })
  /** The call succeeded, with this attempt. `durationMs` is the whole call's, of which it waited `waitedMs` in the queue of `maxConcurrency`. */
  | (EventBase & { readonly type: 'succeeded'; readonly requestId?: string; readonly durationMs: number; readonly waitedMs: number })
  /** The call failed for good, with `code`; `aborted` if the caller did it. `durationMs` and `waitedMs` are the whole call's. */
  | (EventBase & {
      readonly type: 'gaveUp';
      readonly code: string;
      readonly requestId?: string;
      readonly durationMs: number;
      readonly waitedMs: number;
    });

// A `then` that returns its own object would go on for ever.
const DEEPEST = 3;

/** Called for each event. What it throws or rejects with is ignored: a logger must not break a call. */
export type OnEvent = (event: FinAuthEvent) => void;

/** Tells the listener, whatever it does. */
export function emitTo(listener: OnEvent | undefined): OnEvent {
  if (listener === undefined) return drop;
  return (event) => {
    try {
      settle(listener(event));
    } catch {
      // Ignored: it is for the listener to report its failures.
    }
  };
}

const drop = (): void => {};

/**
 * Takes what a promise rejects with. It may be of another make or realm, whose `then` may fail in its turn: at once, or with a promise that rejects.
 */
export function settle(returned: unknown, depth = 0): void {
  if (returned instanceof Promise) returned.catch(drop);
  else if (depth < DEEPEST)
    settle((returned as { then?(well: () => void, badly: () => void): unknown } | undefined)?.then?.(drop, drop), depth + 1);
}

/** The ID of the request that failed, for an event. */
export function idOf(error: unknown): { readonly requestId?: string } {
  const isAnswer = error instanceof FinAuthApiError || error instanceof FinAuthResponseError;
  return isAnswer && error.requestId !== undefined ? { requestId: error.requestId } : {};
}
