import type { PlatformAbortSignal } from '../platform/platform.ts';

/**
 * Decides when a call may be in flight, in place of a number for `maxConcurrency`: such as one limit for all servers of an account, which
 * `@finauth-sdk/fleet` keeps in Redis or Valkey.
 */
export interface Limiter {
  /**
   * Waits for a slot. It is called before each attempt, and the wait is part of the call's whole time (`retry.totalTimeoutMs`).
   *
   * @param signal Aborted when the call ends while it waits: leave the line then, and reject. The call does not wait for that. A slot that is handed out all the
   *   same is given back at once.
   * @returns The slot. If it rejects, the attempt fails with a FinAuthError whose code is `ERR_LIMITER` and whose cause is what it rejected with; it is tried
   *   again as a lost connection would be.
   */
  enter(signal: PlatformAbortSignal): Promise<LimiterSlot>;
}

/** The right to have one call in flight. */
export interface LimiterSlot {
  /** Gives the slot back. Called exactly once for each slot, when the attempt has ended, however it ended. What it throws is dropped. */
  leave(): void;
  /**
   * Aborted when the slot is known to be gone while the call has it, so that another may have it: the event `slotLost`. A request that was sent goes on, since
   * it counts already. Just before a request is sent, the property is read again: if the signal is aborted by then, nothing is sent, and the attempt fails with
   * `ERR_LIMITER`, as if `enter` had rejected. After a pause of the process no timer may have fired yet, so have a getter compare the time with the end of a lease.
   */
  readonly lost: PlatformAbortSignal;
}
