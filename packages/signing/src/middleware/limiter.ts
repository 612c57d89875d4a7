import type { PlatformAbortSignal } from '../platform/platform.ts';

/**
 * Decides when a call may be in flight, in place of a number for `maxConcurrency`: such as one limit for all servers of an account, which
 * `@finauth-sdk/fleet` keeps in Redis or Valkey.
 */
export interface Limiter {
  /**
   * Waits for a slot. It is called before each attempt, and the wait is part of the call's whole time (`retry.totalTimeoutMs`).
   *
   * @param signal Aborted when the call ends while it waits: leave the queue then, and reject. The call does not wait for that. A slot that is
   * granted anyway is given back at once.
   * @returns The slot. If it rejects, the attempt fails with a FinAuthError whose code is `ERR_LIMITER` and whose cause is the reason of the
   * rejection; it is retried like a lost connection.
   */
  enter(signal: PlatformAbortSignal): Promise<LimiterSlot>;
}

/** The right to have one call in flight. */
export interface LimiterSlot {
  /** Gives the slot back. Called exactly once for each slot, when the attempt has ended in any way. What it throws is ignored. */
  leave(): void;
  /**
   * Aborted when the slot is known to be lost while the call has it, so that another call may get it; the event `slotLost` reports it. A request that was sent
   * continues, since it already counts. The property is read again just before a request is sent: if the signal is aborted by then, nothing is sent, and the attempt
   * fails with `ERR_LIMITER`, as if `enter` had rejected. After a pause of the process no timer may have fired yet, so use a getter that compares the time with the
   * end of the lease.
   */
  readonly lost: PlatformAbortSignal;
}
