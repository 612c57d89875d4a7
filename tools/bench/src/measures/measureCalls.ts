import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { contenderIds, type ContenderId } from '../contenders/contenders.ts';
import type { Target } from '../contenders/contender.ts';
import { interleaveCases } from '../interleave.ts';
import type { CallsOrder, CallsSample } from './callsScript.ts';

export const IN_FLIGHT = [1, 32, 256] as const;
export type InFlight = (typeof IN_FLIGHT)[number];

export interface CallSamples {
  /** Calls per second, one number for each round. */
  readonly perSecond: number[];
  /** Microseconds of the client's CPU time for each call, one number for each round. */
  readonly cpuMicros: number[];
}

export type Calls = Record<InFlight, Record<ContenderId, CallSamples>>;

export interface CallsPlan {
  readonly warmUpMs: number;
  readonly rounds: number;
  readonly roundMs: number;
}

const script = fileURLToPath(new URL('callsScript.ts', import.meta.url));

/**
 * Every contender in a process of its own, at every number of calls in flight, against one server. All of that is in every round, one after the other, so that
 * a ratio of two contenders, or of two numbers in flight, is one of the same round.
 */
export async function measureCalls(target: Target, { warmUpMs, rounds, roundMs }: CallsPlan): Promise<Calls> {
  const clients = {} as Record<ContenderId, ChildProcess>;
  const cases = IN_FLIGHT.flatMap((inFlight) => contenderIds.map((id) => ({ id, inFlight })));
  try {
    for (const id of contenderIds) {
      clients[id] = fork(script, [id, JSON.stringify(target)]);
      await answerOf(clients[id]);
    }
    for (const { id, inFlight } of cases) await run(clients[id], { inFlight, milliseconds: warmUpMs });
    const samples = await interleaveCases(cases, rounds, async ({ id, inFlight }) => {
      // One call each, not measured: connections that have been closed since the last round are opened again.
      await run(clients[id], { inFlight, milliseconds: 0 });
      return run(clients[id], { inFlight, milliseconds: roundMs });
    });

    const calls = Object.fromEntries(IN_FLIGHT.map((inFlight) => [inFlight, {}])) as Calls;
    for (const [index, { id, inFlight }] of cases.entries()) {
      const rows = samples[index]!;
      calls[inFlight][id] = { perSecond: rows.map(({ perSecond }) => perSecond), cpuMicros: rows.map(({ cpuMicros }) => cpuMicros) };
    }
    return calls;
  } finally {
    for (const client of Object.values(clients)) if (client.connected) client.disconnect();
  }
}

async function run(client: ChildProcess, order: CallsOrder): Promise<CallsSample> {
  client.send(order);
  return (await answerOf(client)) as CallsSample;
}

/** What a client has to say next. Rejects where it ends before: why is on its standard error, which is ours. */
async function answerOf(client: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const { signal } = ended;
  const died = once(client, 'exit', { signal }).then(() => {
    throw new Error(`The process of ${client.spawnargs.at(-2)} ended`);
  });
  try {
    const [answer] = (await Promise.race([once(client, 'message', { signal }), died])) as unknown[];
    return answer;
  } finally {
    ended.abort();
    died.catch(() => {});
  }
}
