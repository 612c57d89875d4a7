import type { Middleware } from '../call.ts';
import { FinAuthError } from '../errors.ts';
import { type OnEvent, settle } from '../events.ts';
import type { Limiter, LimiterSlot } from './limiter.ts';
import { ownController } from '../time/ownController.ts';
import type { PlatformAbortSignal } from '../platform/platform.ts';
import { isObject, isSignal } from '../rules.ts';
import { createSlots } from '../time/slots.ts';
import { throwIfAborted, untilAborted, whenAborted } from '../time/whenAborted.ts';

interface ConcurrencyEnvironment {
  readonly elapsed: () => number;
  readonly emit: OnEvent;
}

/** Lets at most `limit` calls through at a time, or as a limiter has it. The others wait in the order in which they came; one that is aborted leaves the queue. */
export function concurrency(limit: number | Limiter, { elapsed, emit }: ConcurrencyEnvironment): Middleware {
  const { enter, isFull } = typeof limit === 'number' ? ownSlots(limit) : guarded(limit);
  return async (call, next) => {
    const { wait, operation, callId, attempt } = call;
    // A call that finds a slot has not stood in line, however long a busy process takes to go on with it.
    if (wait !== undefined && isFull()) {
      wait.for = 'It was waiting in line: maxConcurrency may be too low.';
      wait.inLineSince = elapsed();
    }
    const { leave, lost, check } = await enter(call.signal);
    if (wait?.inLineSince !== undefined) {
      wait.inLineMs += elapsed() - wait.inLineSince;
      wait.inLineSince = undefined;
    }
    const tell = (): void => emit({ type: 'slotLost', operation, callId, attempt });
    const forget = whenAborted(lost, tell);
    try {
      if (lost?.aborted) tell();
      // Aborted between having been let through and being here.
      throwIfAborted(call.signal);
      return await next(check === undefined ? call : { ...call, checkSlot: check });
    } finally {
      leave();
      // After it, for who leaves may be told that the slot was lost long ago.
      forget();
    }
  };
}

interface Line {
  enter(signal: PlatformAbortSignal | undefined): Promise<Slot>;
  /** Whether one who wants a slot now has to wait. */
  isFull(): boolean;
}

interface Slot {
  leave(): void;
  readonly lost: PlatformAbortSignal | undefined;
  /** Throws if it is gone. Undefined for one that cannot be lost. */
  readonly check: (() => void) | undefined;
}

function ownSlots(limit: number): Line {
  const { enter, exit, isFull } = createSlots(limit);
  const slot: Slot = { leave: exit, lost: undefined, check: undefined };
  return { enter: (signal) => enter(signal).then(() => slot), isFull };
}

/** Somebody else's limiter, whatever it does: it may be slow to let go of who has left, hand out a slot too late, or fail. */
function guarded(limiter: Limiter): Line {
  return {
    async enter(signal = ownController().signal) {
      throwIfAborted(signal);
      return await untilAborted<Slot>(signal, (admit, reject) => {
        let hasLeft = false;
        const enter = async (): Promise<void> => {
          const slot = await limiter.enter(signal);
          if (!isSlot(slot)) {
            leaveQuietly(slot);
            throw new TypeError('enter() must give { leave, lost }: a function and an AbortSignal');
          }
          const given = { leave: () => leaveQuietly(slot), lost: slot.lost, check: () => checkSlot(slot) };
          if (hasLeft) given.leave();
          else admit(given);
        };
        enter().catch((cause: unknown) => reject(limiterError('The limiter in maxConcurrency provided no slot: see the cause', cause)));
        return () => (hasLeft = true);
      });
    },
    // Only it knows.
    isFull: () => true,
  };
}

function isSlot(slot: Partial<LimiterSlot> | undefined): slot is LimiterSlot {
  return isObject(slot) && typeof slot.leave === 'function' && (slot.lost === undefined || isSignal(slot.lost));
}

function checkSlot(slot: LimiterSlot): void {
  try {
    // Read anew: a process that stood still may be here before its timers, and a limiter can then look at its clock.
    throwIfAborted(slot.lost);
  } catch (cause) {
    throw limiterError('The slot of the limiter was lost before the request was sent: see the cause', cause);
  }
}

function limiterError(message: string, cause: unknown): FinAuthError {
  return new FinAuthError(message, { code: 'ERR_LIMITER', cause, retry: 'later' });
}

/** The answer is there, and a limiter that fails must not cost it. */
function leaveQuietly(slot: Partial<LimiterSlot> | undefined): void {
  try {
    settle(slot?.leave?.());
  } catch {
    // Ignored: it is for the limiter to report.
  }
}
