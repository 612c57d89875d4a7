import { contenderIds, contenders, type ContenderId } from '../contenders/contenders.ts';
import type { Connection, Target } from '../contenders/contender.ts';
import { interleaveCases } from '../interleave.ts';

export const IN_FLIGHT = [1, 32, 256] as const;
export type InFlight = (typeof IN_FLIGHT)[number];

export interface CallSamples {
  /** Calls per second, one number for each round. */
  readonly perSecond: number[];
  /** Microseconds of this process's CPU time for each call, one number for each round. */
  readonly cpuMicros: number[];
}

export type Calls = Record<InFlight, Record<ContenderId, CallSamples>>;

export interface CallsPlan {
  readonly warmUpMs: number;
  readonly rounds: number;
  readonly roundMs: number;
}

/**
 * Every contender, at every number of calls in flight, against one server in a process of its own. All of that is in every round, so that a ratio of two
 * contenders, or of two numbers in flight, is one of the same round.
 */
export async function measureCalls(target: Target, { warmUpMs, rounds, roundMs }: CallsPlan): Promise<Calls> {
  const connections = {} as Record<ContenderId, Connection>;
  for (const id of contenderIds) connections[id] = await contenders[id].connect(target);
  const cases = IN_FLIGHT.flatMap((inFlight) => contenderIds.map((id) => ({ id, inFlight })));

  for (const { id, inFlight } of cases) await run(connections[id], inFlight, warmUpMs);
  const samples = await interleaveCases(cases, rounds, async ({ id, inFlight }) => {
    // One call each, not measured: connections that have been closed since the last round are opened again.
    await run(connections[id], inFlight, 0);
    return run(connections[id], inFlight, roundMs);
  });
  for (const id of contenderIds) await connections[id].close?.();

  const calls = Object.fromEntries(IN_FLIGHT.map((inFlight) => [inFlight, {}])) as Calls;
  for (const [index, { id, inFlight }] of cases.entries()) {
    const rows = samples[index]!;
    calls[inFlight][id] = { perSecond: rows.map(({ perSecond }) => perSecond), cpuMicros: rows.map(({ cpuMicros }) => cpuMicros) };
  }
  return calls;
}

/** Keeps so many calls in flight until the time is over and the last of them has its answer. Each is made at least once. */
async function run(connection: Connection, inFlight: number, milliseconds: number): Promise<{ perSecond: number; cpuMicros: number }> {
  let count = 0;
  const before = process.cpuUsage();
  const start = performance.now();
  const end = start + milliseconds;
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      do {
        await connection.getToken();
        count++;
      } while (performance.now() < end);
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { perSecond: count / seconds, cpuMicros: (user + system) / count };
}
