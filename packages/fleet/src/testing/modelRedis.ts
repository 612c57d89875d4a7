import type { SyncReply, SyncRequest } from '../protocol.ts';

/** What the script does, in TypeScript, step by step: for a checker that has no Redis. test/fleet holds the one against the other. */
export interface ModelRedis {
  now: number;
  /** Who is to be woken. */
  readonly messages: string[];
  readonly processes: Map<string, Entry>;
  run(process: string, request: SyncRequest, limit: number, leaseMs: number): SyncReply;
  /** All data is gone. */
  forget(): void;
}

export interface Entry {
  readonly ends: number;
  granted: number;
  heard: number;
  taken: number;
  readonly line: number[];
}

const AHEAD = 2;

export function createModelRedis(): ModelRedis {
  const all = new Map<string, Entry>();
  let opens: number | undefined;

  function run(process: string, { held, known, waitedMs, remembers }: SyncRequest, limit: number, leaseMs: number): SyncReply {
    const { now } = model;
    for (const [name, { ends }] of all) if (ends <= now) all.delete(name);
    const before = all.get(process);
    const granted = Math.max(known, before?.granted ?? 0);
    const own: Entry = { ends: now + leaseMs, granted, heard: 0, taken: held + granted - known, line: waitedMs.map((ms) => now - ms) };
    all.set(process, own);
    opens ??= now;
    if (remembers && before === undefined) opens = now + leaseMs;

    const taken = [...all.values()].reduce((sum, each) => sum + each.taken, 0);
    const told = new Set<string>();
    for (let free = opens <= now ? limit - taken : 0; free > 0; free--) {
      const next = [...all]
        .filter(([, each]) => each.line.length > 0 && (each === own || each.granted - each.heard < AHEAD))
        .sort(([, { line: a }], [, { line: b }]) => a[0]! - b[0]!)[0];
      if (next === undefined) break;
      const [name, entry] = next;
      entry.line.shift();
      entry.granted++;
      entry.taken++;
      told.add(name);
    }
    own.heard = own.granted;
    told.delete(process);
    model.messages.push(...told);
    return { granted: own.granted, isKnown: before !== undefined };
  }

  const model: ModelRedis = {
    now: 1_000_000,
    messages: [],
    processes: all,
    run,
    forget() {
      all.clear();
      opens = undefined;
    },
  };
  return model;
}
