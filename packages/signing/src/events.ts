import type { OperationId } from './call.ts';

interface EventBase {
  readonly operation: OperationId;
  /** Counts the calls of one client from 1: the same on all events of a call. */
  readonly callId: number;
  /** Which attempt of the call, from 1. */
  readonly attempt: number;
}

/** What happens to calls, for logs and metrics. No event holds a secret or a signature, and none takes a field from the request. */
export type FinAuthEvent =
  /** A request is about to be signed and sent. It has its slot under `maxConcurrency`. */
  | (EventBase & { readonly type: 'attemptStarted' })
  /** An answer came, good or bad. `code` is that of the error where it is one. Durations are in milliseconds. */
  | (EventBase & { readonly type: 'answered'; readonly status: number; readonly code?: string; readonly durationMs: number })
  /** The attempt failed with `code`, and another follows in `delayMs`. */
  | (EventBase & { readonly type: 'retrying'; readonly code: string; readonly delayMs: number })
  /** The server's clock is `offsetMs` ahead of the local one (behind, if negative). Signatures follow it from now on. */
  | (EventBase & { readonly type: 'clockCorrected'; readonly offsetMs: number })
  /** The call failed for good, with `code`; `aborted` is the caller's own doing. */
  | (EventBase & { readonly type: 'gaveUp'; readonly code: string; readonly durationMs: number });

/** Called for each event. What it throws, or rejects with, is dropped: a logger must not break a call. */
export type OnEvent = (event: FinAuthEvent) => void;

/** Tells the listener, whatever it does. */
export function emitTo(listener: OnEvent | undefined): OnEvent {
  if (listener === undefined) return () => {};
  return (event) => {
    try {
      const returned: unknown = listener(event);
      if (returned instanceof Promise) returned.catch(() => {});
    } catch {
      // A listener that fails is the listener's affair.
    }
  };
}
