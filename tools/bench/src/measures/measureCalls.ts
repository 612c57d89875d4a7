import { contenderIds, contenders, type ContenderId } from '../contenders/contenders.ts';
import type { Connection, Target } from '../contenders/contender.ts';
import { interleave } from '../interleave.ts';

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

/** Every contender, at every number of calls in flight, against one server in a process of its own. */
export async function measureCalls(target: Target, { warmUpMs, rounds, roundMs }: CallsPlan, say: (what: string) => void): Promise<Calls> {
  const connections = new Map<ContenderId, Connection>();
  for (const id of contenderIds) connections.set(id, await contenders[id].connect(target));
  const calls = {} as Calls;
  for (const inFlight of IN_FLIGHT) {
    say(`calls, ${inFlight} in flight`);
    for (const id of contenderIds) await run(connections.get(id)!, inFlight, warmUpMs);
    const samples = await interleave(contenderIds, rounds, (id) => run(connections.get(id)!, inFlight, roundMs));
    calls[inFlight] = Object.fromEntries(
      contenderIds.map((id) => [
        id,
        { perSecond: samples[id].map((sample) => sample.perSecond), cpuMicros: samples[id].map((sample) => sample.cpuMicros) },
      ]),
    ) as Record<ContenderId, CallSamples>;
  }
  for (const connection of connections.values()) await connection.close?.();
  return calls;
}

/** Keeps so many calls in flight until the time is over and the last of them has its answer. */
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
