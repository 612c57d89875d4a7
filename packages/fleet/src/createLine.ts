import { NAMED, type SyncReply, type SyncRequest } from './protocol.ts';

/** What happens to the limit, for logs and metrics. */
export type FleetEvent =
  /** Redis does not answer, for the `reason`: each process keeps to its own share from now on, or refuses. */
  | { readonly type: 'unavailable'; readonly reason: string }
  /** It answers again, after so long, and the limit is the fleet's again. */
  | { readonly type: 'available'; readonly afterMs: number }
  /**
   * The slot of a call in flight is gone, `heldMs` after the call got it: the process stood still, or was cut off from Redis, for longer than the
   * lease.
   */
  | { readonly type: 'lost'; readonly heldMs: number };

export interface LineSettings {
  /** One run of the script. */
  readonly sync: (request: SyncRequest) => Promise<SyncReply>;
  readonly leaseMs: number;
  readonly timeoutMs: number;
  /** How many may be in at once while Redis is away; undefined to let in none. */
  readonly share: number | undefined;
  readonly tell: (event: FleetEvent) => void;
  readonly timers: { setTimeout(callback: () => void, ms: number): unknown; clearTimeout(handle: never): void };
  /** Milliseconds since whenever, by a clock that nobody sets. */
  readonly elapsed: () => number;
}

export interface Slot {
  leave(): void;
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
  override readonly name = 'FleetUnavailableError';
  readonly code = 'ERR_FLEET_UNAVAILABLE';
}

/** How often a process with calls tells of them, and tries a Redis that is away. */
export const BEAT_MS = 500;
/** After this long a command that failed is sent again. */
const SENT_AGAIN_MS = 50;
/** After this long without an answer the client is taken to have lost the command. */
const GIVEN_UP_MS = 10_000;

/** This process's part of the protocol: who waits, who is in, and what happens while Redis is away. */
export function createLine({ sync, leaseMs, timeoutMs, share, tell, timers, elapsed }: LineSettings): Line {
  const waiting = new Set<Waiter>();
  const inside = new Set<Holder>();
  let granted = 0;
  /** When the lease of this process may be over, less a beat, since that is how often we look. It began no earlier than its command was sent. */
  let leasedUntil = -Infinity;
  /** The command on its way. There is one at a time. */
  let asked: { readonly at: number } | undefined;
  let sending = Promise.resolve();
  let askAgain = false;
  let late: unknown;
  let lastError: unknown;
  /** Since when Redis has not answered, and how often it has since. */
  let away: { readonly since: number; answers: number } | undefined;
  let beat: unknown;
  let isClosed = false;

  function ask(): void {
    // All that happens in one go is told in one command. While Redis is away, the beats do it.
    if (asked !== undefined || away !== undefined) askAgain = true;
    else queueMicrotask(send);
  }

  function send(): void {
    if (asked === undefined && !isClosed) sending = sendNow((asked = { at: elapsed() }));
  }

  async function sendNow(command: { readonly at: number }): Promise<void> {
    const { at } = command;
    askAgain = false;
    const told = [...inside];
    const named = away === undefined ? firstOf(waiting, NAMED) : [];
    // A process that was busy looks at its sockets once more: the answer may have come long ago.
    late ??= timers.setTimeout(() => (late = timers.setTimeout(goAway, 0)), timeoutMs);
    const waitedMs = named.map(({ since }) => at - since);
    try {
      const reply = await sync({ held: told.length, known: granted, waitedMs, remembers: at < leasedUntil });
      if (asked === command) receive(reply, told, named.length, at);
    } catch (error) {
      lastError = error;
      askAgain = true;
      if (away !== undefined) away.answers = 0;
      // A restart or a failover may be over soon.
      else await pause(SENT_AGAIN_MS);
    }
    if (asked !== command) return;
    asked = undefined;
    if (askAgain) ask();
  }

  const pause = (ms: number): Promise<void> => new Promise((resolve) => timers.setTimeout(resolve, ms));

  function receive(reply: SyncReply, told: readonly Holder[], named: number, sentAt: number): void {
    timers.clearTimeout(late as never);
    [late, lastError] = [undefined, undefined];
    if (!reply.isKnown) loseAll();
    for (const holder of told) holder.isLeased = true;
    leasedUntil = sentAt + leaseMs - BEAT_MS;
    const count = reply.granted - granted;
    granted = reply.granted;
    // A word that comes so late may no longer be true, and one from before Redis was away is about what was then. What is not taken is given back by the next
    // command, which does not tell of it.
    const taken = away === undefined && elapsed() < leasedUntil ? admit(count, true) : 0;
    // Nobody is there any more for some, or all that were named are in and the rest follow.
    if (taken < count || (count > 0 && count >= named && waiting.size > 0)) askAgain = true;
    // An older command told nothing of those who were let in since.
    if (away !== undefined && sentAt >= away.since) comeBack(away);
  }

  function admit(count: number, isLeased: boolean): number {
    let admitted = 0;
    for (const waiter of waiting) {
      if (admitted >= count) break;
      admitted++;
      waiting.delete(waiter);
      const holder: Holder = { since: elapsed(), lost: new AbortController(), isLeased };
      inside.add(holder);
      waiter.admit({ leave: () => leave(holder), lost: holder.lost.signal });
    }
    return admitted;
  }

  function leave(holder: Holder): void {
    if (!inside.has(holder)) return;
    if (elapsed() >= leasedUntil) loseAll();
    inside.delete(holder);
    changed();
  }

  function changed(): void {
    if (away !== undefined && share !== undefined) admit(share - inside.size, false);
    ask();
    beat ??= startBeat();
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
    beat = undefined;
    if (isClosed) return;
    if (elapsed() >= leasedUntil) loseAll();
    if (asked !== undefined && elapsed() - asked.at > GIVEN_UP_MS) asked = undefined;
    if (waiting.size + inside.size === 0 && away === undefined) return;
    send();
    beat = startBeat();
  }

  function goAway(): void {
    late = undefined;
    if (isClosed) return;
    if (away !== undefined) return void (away.answers = 0);
    away = { since: elapsed(), answers: 0 };
    tell({ type: 'unavailable', reason: lastError === undefined ? `no answer within ${timeoutMs} ms` : messageOf(lastError) });
    if (share === undefined) refuseAll(unavailable());
    changed();
  }

  /** One beat tells Redis who is in, in every process. With the next, all have had the time for that, and the limit is the fleet's again. */
  function comeBack(now: NonNullable<typeof away>): void {
    if (++now.answers < 2) return;
    away = undefined;
    tell({ type: 'available', afterMs: elapsed() - now.since });
    askAgain = true;
  }

  function refuseAll(reason: unknown): void {
    for (const waiter of waiting) waiter.refuse(reason);
    waiting.clear();
  }

  return {
    ask,
    enter(signal) {
      if (signal.aborted) return Promise.reject(signal.reason);
      if (isClosed) return Promise.reject(closed());
      if (away !== undefined && share === undefined) return Promise.reject(unavailable());
      return new Promise((resolve, reject) => {
        const onAbort = (): void => {
          waiting.delete(waiter);
          reject(signal.reason);
          ask();
        };
        const forget = (): void => signal.removeEventListener('abort', onAbort);
        const waiter: Waiter = {
          since: elapsed(),
          admit: (slot) => (forget(), resolve(slot)),
          refuse: (reason) => (forget(), reject(reason)),
        };
        waiting.add(waiter);
        signal.addEventListener('abort', onAbort);
        changed();
      });
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      refuseAll(closed());
      timers.clearTimeout(beat as never);
      timers.clearTimeout(late as never);
      if (away !== undefined) return;
      const tellLast = (): Promise<unknown> => sync({ held: inside.size, known: granted, waitedMs: [], remembers: false });
      await Promise.race([sending.then(tellLast).catch(() => {}), pause(timeoutMs)]);
    },
  };
}

const closed = (): Error => new Error('The shared limit is closed: close it after the client that uses it');

const unavailable = (): Error => new FleetUnavailableError('Redis is unavailable, so the shared limit cannot provide a slot');

function firstOf<T>(all: Set<T>, count: number): T[] {
  const values = all.values();
  return Array.from({ length: Math.min(count, all.size) }, () => values.next().value!);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
