import { inTime, type Timers } from './inTime.ts';
import { NAMED, type SyncReply, type SyncRequest } from './protocol.ts';

/** What happens to the limit, for logs and metrics. */
export type FleetEvent =
  /** Redis does not answer, for the `reason`: each process keeps to its own share from now on, or refuses. */
  | { readonly type: 'unavailable'; readonly reason: string }
  /** It answers again, after so long, and the limit is the fleet's again. */
  | { readonly type: 'available'; readonly afterMs: number }
  /** The slot of a call is gone, `heldMs` after the call got it: the process stood still, or was cut off from Redis, for longer than the lease. */
  | { readonly type: 'lost'; readonly heldMs: number };

/** What happens to the store, for logs and metrics. */
export type SharedStoreEvent = Exclude<FleetEvent, { readonly type: 'lost' }>;

export interface LineSettings {
  /** One run of the script. */
  readonly sync: (request: SyncRequest) => Promise<SyncReply>;
  readonly leaseMs: number;
  readonly timeoutMs: number;
  /** How many may be in at once while Redis is away; undefined to let in none. */
  readonly share: number | undefined;
  readonly tell: (event: FleetEvent) => void;
  readonly timers: Timers;
  /** Milliseconds since whenever, by a clock that nobody sets. */
  readonly elapsed: () => number;
}

/** A slot of the shared limit, for one call. */
export interface Slot {
  /** Gives the slot back. */
  leave(): void;
  /** Aborted when the slot is lost. It compares the time with the end of the lease when it is read: after a pause of the process, no timer may have fired yet. */
  readonly lost: AbortSignal;
}

export interface Line {
  enter(signal: AbortSignal): Promise<Slot>;
  /** Asks Redis for what there is for this process. */
  ask(): void;
  /** Refuses those who wait, and resolves when Redis knows, or does not answer. */
  close(): Promise<void>;
}

interface Waiter {
  readonly since: number;
  admit(slot: Slot): void;
  refuse(reason: unknown): void;
}

interface Holder {
  readonly since: number;
  readonly lost: AbortController;
  /** Whether Redis knows of it. Not at first, if it was let in while Redis was away. */
  isLeased: boolean;
}

/** No slot is available, since Redis does not respond and `onUnavailable` is `refuse`. */
export class FleetUnavailableError extends Error {
  /** `FleetUnavailableError`, also where two copies of the package are installed and `instanceof` is false. */
  override readonly name = 'FleetUnavailableError';
  /** For programs: it does not change with the words of the message. */
  readonly code = 'ERR_FLEET_UNAVAILABLE';
}

/** How often a process with calls tells of them, and tries a Redis that is away. */
export const BEAT_MS = 500;
/** After this long a command that failed is sent again: a restart or a failover may be over soon. */
const SENT_AGAIN_MS = 50;

/** This process's part of the protocol: who waits, who is in, and what happens while Redis is away. */
export function createLine({ sync, leaseMs, timeoutMs, share, tell, timers, elapsed }: LineSettings): Line {
  const waiting = new Set<Waiter>();
  const inside = new Set<Holder>();
  let granted = 0;
  /** When the lease of this process may be over, less a beat, since that is how often we look. It began no earlier than its command was sent. */
  let leasedUntil = -Infinity;
  /** The command on its way. There is one at a time. */
  let sending: Promise<void> | undefined;
  let askAgain = false;
  /** Since when Redis has not answered; and since when it counts as away, and has answered without a failure. */
  let silentSince: number | undefined;
  let away: { readonly since: number; answersSince: number | undefined } | undefined;
  let beat: unknown;
  let isClosed = false;

  function ask(): void {
    // All that happens in one go is told in one command. While Redis is away, the beats do it.
    if (sending !== undefined || away !== undefined) askAgain = true;
    else queueMicrotask(send);
  }

  function send(): void {
    if (!isClosed) sending ??= sendNow();
  }

  async function sendNow(): Promise<void> {
    const sentAt = elapsed();
    const told = [...inside];
    const named = away === undefined ? [...waiting].slice(0, NAMED) : [];
    const waitedMs = named.map(({ since }) => sentAt - since);
    askAgain = false;
    silentSince ??= sentAt;
    try {
      const reply = sync({ held: told.length, known: granted, waitedMs, remembers: sentAt < leasedUntil });
      receive(await inTime(reply, timeoutMs, timers, hearLate), told, named.length, sentAt);
    } catch (error) {
      if (away !== undefined) away.answersSince = undefined;
      else if (elapsed() + SENT_AGAIN_MS > silentSince + timeoutMs) goAway(String((error as Error)?.message));
      else {
        askAgain = true;
        await new Promise<void>((resolve) => timers.setTimeout(resolve, SENT_AGAIN_MS));
      }
    }
    sending = undefined;
    if (askAgain) ask();
  }

  function receive(reply: SyncReply, told: readonly Holder[], named: number, sentAt: number): void {
    const count = hear(reply);
    silentSince = undefined;
    for (const holder of told) holder.isLeased = true;
    leasedUntil = sentAt + leaseMs - BEAT_MS;
    // A word that comes so late may no longer be true. What is not taken is given back by the next command, which does not tell of it.
    const taken = away === undefined && elapsed() < leasedUntil ? admit(count, true) : 0;
    // Nobody is there any more for some, or all that were named are in and the rest follow.
    if (taken < count || (count > 0 && count >= named && waiting.size > 0)) askAgain = true;
    // Some time after its first answer, the limit is the fleet's again: each process has given up what it had asked before, and told who is in at its next beat.
    if (away === undefined || sentAt - (away.answersSince ??= elapsed()) < timeoutMs + BEAT_MS) return;
    tell({ type: 'available', afterMs: elapsed() - away.since });
    away = undefined;
    askAgain = true;
  }

  /** How many slots are granted that were not before. */
  function hear(reply: SyncReply): number {
    if (!reply.isKnown) loseAll();
    const before = granted;
    granted = Math.max(granted, reply.granted);
    return granted - before;
  }

  /** Others may have been let in since, so what it grants is given back, by the next command. */
  function hearLate(reply: SyncReply): void {
    hear(reply);
    ask();
  }

  function admit(count: number, isLeased: boolean): number {
    const admitted = [...waiting].slice(0, Math.max(0, count));
    for (const waiter of admitted) {
      waiting.delete(waiter);
      const holder: Holder = { since: elapsed(), lost: new AbortController(), isLeased };
      inside.add(holder);
      waiter.admit({
        leave: () => leave(holder),
        get lost() {
          loseIfOver();
          return holder.lost.signal;
        },
      });
    }
    return admitted.length;
  }

  function leave(holder: Holder): void {
    if (!inside.has(holder)) return;
    loseIfOver();
    inside.delete(holder);
    changed();
  }

  function changed(): void {
    if (away !== undefined && share !== undefined) admit(share - inside.size, false);
    ask();
    beat ??= startBeat();
  }

  function loseIfOver(): void {
    if (elapsed() >= leasedUntil) loseAll();
  }

  function loseAll(): void {
    for (const { since, lost, isLeased } of inside) {
      if (!isLeased || lost.signal.aborted) continue;
      tell({ type: 'lost', heldMs: elapsed() - since });
      lost.abort(new Error('The lease of this slot has expired: another call may have taken it'));
    }
  }

  function startBeat(): unknown {
    const timer = timers.setTimeout(onBeat, BEAT_MS);
    // Nobody is kept alive by it.
    (timer as { unref?(): void }).unref?.();
    return timer;
  }

  function onBeat(): void {
    loseIfOver();
    const isIdle = waiting.size + inside.size === 0 && away === undefined;
    if (!isIdle) send();
    beat = isIdle || isClosed ? undefined : startBeat();
  }

  function goAway(reason: string): void {
    if (isClosed) return;
    away = { since: elapsed(), answersSince: undefined };
    tell({ type: 'unavailable', reason });
    if (share === undefined) refuseAll(unavailable());
    changed();
  }

  function refuseAll(reason: unknown): void {
    for (const waiter of waiting) waiter.refuse(reason);
    waiting.clear();
  }

  return {
    ask,
    async enter(signal) {
      signal.throwIfAborted();
      if (isClosed) throw closed();
      if (away !== undefined && share === undefined) throw unavailable();
      let onAbort = (): void => {};
      const admitted = new Promise<Slot>((admit, refuse) => {
        const waiter: Waiter = { since: elapsed(), admit, refuse };
        onAbort = () => {
          waiting.delete(waiter);
          refuse(signal.reason);
          ask();
        };
        waiting.add(waiter);
      });
      signal.addEventListener('abort', onAbort);
      changed();
      return await admitted.finally(() => signal.removeEventListener('abort', onAbort));
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      refuseAll(closed());
      timers.clearTimeout(beat as never);
      await sending;
      if (away !== undefined) return;
      const last = sync({ held: inside.size, known: granted, waitedMs: [], remembers: false });
      await inTime(last, timeoutMs, timers).catch(() => {});
    },
  };
}

const closed = (): Error => new Error('The shared limit is closed: close it after the client that uses it');

const unavailable = (): Error => new FleetUnavailableError('Redis is unavailable, so the shared limit cannot provide a slot');
