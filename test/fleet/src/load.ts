import { startSandbox } from '@finauth-sdk/sandbox';
import { setTimeout as sleep } from 'node:timers/promises';
import { isWhole } from '../../../vitest.base.ts';
import { type Report, startWorker, type Worker, type WorkerOptions } from './startFleet.ts';

export const LIMIT = 20;
/** Half of them want more than there is, too, and cost half as much to start. */
export const PROCESSES = isWhole ? 8 : 4;
/** How long FinAuth works on a call. */
const WORK_MS = 500;

/** What is done to a fleet at work. */
export interface Trouble {
  /** At the start of each second. */
  eachSecond?(fleet: Fleet, second: number): unknown;
  readonly clocksApart?: boolean;
  /** Default: 3,000, so that a busy machine is not taken for a Redis that is away. */
  readonly timeoutMs?: number;
  /** Default: 5,000, as it is for everyone. */
  readonly leaseMs?: number;
}

export interface Fleet {
  readonly workers: Worker[];
  /** Kills one. A new one has started by then, so that it is missed for no longer than its slots, however busy the machine. */
  kill(index: number): Promise<void>;
}

export interface Outcome {
  /** How much of the limit was in use, from 0 to 1. */
  readonly used: number;
  readonly tokens: number;
  /** Calls that FinAuth refused since more than the limit were in flight. */
  readonly refused: number;
  /** The longest time of refusals with less than a second between them. */
  readonly overForMs: number;
  readonly errors: Readonly<Record<string, number>>;
  readonly slotsLost: number;
  readonly events: Readonly<Record<string, number>>;
  readonly longestMs: number;
}

/** Processes that always want more than there is, against a sandbox that refuses one call more than the limit. */
export async function load(
  redis: WorkerOptions['redis'],
  seconds: number,
  { eachSecond, clocksApart = false, timeoutMs = 3_000, leaseMs = 5_000 }: Trouble = {},
): Promise<Outcome> {
  await using sandbox = await startSandbox({ maxConcurrent: LIMIT, latencyMs: WORK_MS, keepRequests: 100_000 });
  const options = (index: number): WorkerOptions => ({
    redis,
    sandbox: sandbox.url,
    credentials: sandbox.credentials,
    limit: LIMIT,
    share: Math.floor(LIMIT / PROCESSES),
    key: 'load',
    callers: 8,
    timeoutMs,
    leaseMs,
    clockOffsetMs: clocksApart ? (index - PROCESSES / 2) * 3_600_000 : 0,
  });
  const workers = await Promise.all(Array.from({ length: PROCESSES }, (_, index) => startWorker(options(index))));
  const done: Promise<unknown>[] = [];
  const fleet: Fleet = {
    workers,
    async kill(index) {
      const next = await startWorker(options(index));
      workers[index]!.process.kill('SIGKILL');
      workers[index] = next;
    },
  };
  try {
    await sleep(500);
    const before = sandbox.requests.length;
    const start = performance.now();
    for (let second = 0; second < seconds; second++) {
      done.push(Promise.resolve(eachSecond?.(fleet, second)));
      await sleep(1_000);
    }
    const workedMs = performance.now() - start;
    const inTime = sandbox.requests.slice(before);
    await Promise.all(done);
    const reports = (await Promise.all(workers.map((worker) => worker.stop()))).filter((report) => report !== undefined);
    const refusals = sandbox.requests.filter(({ error }) => error?.startsWith('CONCURRENCY_LIMIT_EXCEEDED'));
    return {
      used: (inTime.filter(({ status }) => status === 200).length * WORK_MS) / (LIMIT * workedMs),
      tokens: sandbox.issued.size,
      refused: refusals.length,
      overForMs: longestBurst(refusals.map(({ at }) => at.getTime())),
      errors: sum(reports.map(({ errors }) => errors)),
      slotsLost: reports.reduce((all, { slotsLost }) => all + slotsLost, 0),
      events: sum(reports.flatMap(({ events }) => events.map((type) => ({ [type]: 1 })))),
      longestMs: Math.round(Math.max(...reports.map(({ longestMs }: Report) => longestMs))),
    };
  } finally {
    for (const { process } of workers) process.kill('SIGKILL');
  }
}

function longestBurst(times: readonly number[]): number {
  let longest = 0;
  let begin = 0;
  for (const [index, time] of times.entries()) {
    if (index === 0 || time - times[index - 1]! > 1_000) begin = time;
    longest = Math.max(longest, time - begin);
  }
  return longest;
}

function sum(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const all: Record<string, number> = {};
  for (const each of counts) for (const [name, count] of Object.entries(each)) all[name] = (all[name] ?? 0) + count;
  return all;
}
