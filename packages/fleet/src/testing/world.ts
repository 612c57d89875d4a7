import { createLine, type FleetEvent, type Line, type Slot } from '../createLine.ts';
import type { SyncReply, SyncRequest } from '../protocol.ts';
import { createModelRedis, type ModelRedis } from './modelRedis.ts';

export const LIMIT = 2;
export const LEASE_MS = 5_000;
export const TIMEOUT_MS = 500;

export interface Caller {
  readonly process: Process;
  readonly leave: AbortController;
  slot: Slot | undefined;
  /** How often it was let in. */
  admitted: number;
  isOver: boolean;
}

/** A process with its own timers and its own way to Redis, on which things are slow, or get lost. */
export interface Process {
  readonly name: string;
  readonly line: Line;
  readonly events: FleetEvent[];
  state: 'runs' | 'frozen' | 'dead';
  /** On their way to Redis, back from it, and messages. */
  readonly commands: Command[];
  readonly replies: (() => void)[];
  messages: number;
}

interface Command {
  readonly request: SyncRequest;
  resolve(reply: SyncReply): void;
  reject(error: Error): void;
}

/** Several processes and one Redis, in a time that moves when it is told to: a checker decides what happens next. */
export interface World {
  readonly redis: ModelRedis;
  readonly processes: readonly Process[];
  readonly callers: Caller[];
  enter(process: Process): void;
  /** The caller's call ends, or it stops waiting. */
  end(caller: Caller): void;
  /** The next command gets to Redis. */
  runCommand(process: Process): void;
  advance(ms: number): Promise<void>;
  settle(): Promise<void>;
  /** The calls under way which believe that they have a slot. */
  inFlight(): Caller[];
}

export function createWorld(count: number, share: number | undefined): World {
  const redis = createModelRedis();
  let now = 0;
  const timers = new Set<{ readonly process: Process; readonly at: number; readonly run: () => void }>();

  const processes = Array.from({ length: count }, (_, index): Process => {
    const process: Process = {
      name: `p${index}`,
      events: [],
      state: 'runs',
      commands: [],
      replies: [],
      messages: 0,
      line: undefined as never,
    };
    const line = createLine({
      sync: (request) => new Promise((resolve, reject) => process.commands.push({ request, resolve, reject })),
      leaseMs: LEASE_MS,
      timeoutMs: TIMEOUT_MS,
      share,
      tell: (event) => process.events.push(event),
      elapsed: () => now,
      timers: {
        setTimeout(run, ms) {
          // As of Node, which looks at the sockets between a timer and the next.
          const timer = { process, at: now + Math.max(1, ms), run };
          timers.add(timer);
          return timer;
        },
        clearTimeout: (timer) => timers.delete(timer),
      },
    });
    return Object.assign(process, { line });
  });
  const callers: Caller[] = [];

  const world: World = {
    redis,
    processes,
    callers,
    enter(process) {
      const caller: Caller = { process, leave: new AbortController(), slot: undefined, admitted: 0, isOver: false };
      callers.push(caller);
      process.line.enter(caller.leave.signal).then(
        (slot) => {
          caller.admitted++;
          caller.slot = slot;
          return undefined;
        },
        () => (caller.isOver = true),
      );
    },
    end(caller) {
      if (caller.isOver || caller.process.state !== 'runs') return;
      if (caller.slot === undefined) caller.leave.abort(new Error('no longer'));
      else {
        caller.isOver = true;
        caller.slot.leave();
      }
    },
    runCommand(process) {
      const command = process.commands.shift();
      if (command === undefined) return;
      const reply = redis.run(process.name, command.request, LIMIT, LEASE_MS);
      process.replies.push(() => command.resolve(reply));
      for (const to of redis.messages.splice(0)) processes.find(({ name }) => name === to)!.messages++;
    },
    async advance(ms) {
      const until = now + ms;
      for (;;) {
        const due = [...timers].filter(({ process, at }) => process.state === 'runs' && at <= until).sort((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        redis.now += Math.max(0, due.at - now);
        now = Math.max(now, due.at);
        timers.delete(due);
        due.run();
        await world.settle();
      }
      redis.now += until - now;
      now = until;
    },
    async settle() {
      await new Promise((resolve) => setImmediate(resolve));
    },
    inFlight: () =>
      callers.filter(({ slot, isOver, process }) => slot !== undefined && !isOver && process.state === 'runs' && !slot.lost.aborted),
  };
  return world;
}
