import { afterAll, describe, expect, it } from 'vitest';
import { isWhole } from '../../../vitest.base.ts';
import { createWire } from './createWire.ts';
import { load, LIMIT, type Outcome, PROCESSES } from './load.ts';
import { startRedis } from './startRedis.ts';
import { startSentinel } from './startSentinel.ts';

/** How long each row takes; a few seconds of some of them, unless FINAUTH_TESTS=whole. */
const SECONDS = isWhole ? 60 : 3;
/** How often something happens that takes a while to get over: once, in the short run. */
const EVERY = isWhole ? 15 : 100;

/** A busy machine is not to be taken for a Redis that is away, nor for a process that is gone. */
const calm = { timeoutMs: 10_000, leaseMs: 15_000 };

interface Row {
  readonly what: string;
  run(): Promise<Outcome>;
  /** More calls than this over the limit are a failure. */
  readonly mostRefused: number;
  /** What else has to hold. */
  readonly holds: (outcome: Outcome) => void;
  /** Only with FINAUTH_TESTS=whole. */
  readonly isLong?: boolean;
}

const undisturbed = (outcome: Outcome): void => expect(outcome).toMatchObject({ errors: {}, slotsLost: 0, events: {} });
const noErrors = (outcome: Outcome): void => expect(outcome.errors).toEqual({});
const isBack = ({ events }: Outcome): void => {
  expect(events['unavailable']).toBeGreaterThanOrEqual(PROCESSES);
  expect(events['available']).toBe(events['unavailable']);
};

const everything: readonly Row[] = [
  {
    what: 'nothing happens',
    mostRefused: 0,
    holds(outcome) {
      undisturbed(outcome);
      // Of a few seconds on a busy machine, too much goes by with the start.
      expect(outcome.used).toBeGreaterThan(isWhole ? 0.9 : 0);
    },
    async run() {
      await using redis = await startRedis();
      return await load(redis, SECONDS, calm);
    },
  },
  {
    what: 'clocks of the processes hours apart',
    mostRefused: 0,
    holds: undisturbed,
    isLong: true,
    async run() {
      await using redis = await startRedis();
      return await load(redis, SECONDS, { ...calm, clocksApart: true });
    },
  },
  {
    what: 'one killed (SIGKILL) each second',
    mostRefused: 0,
    holds(outcome) {
      noErrors(outcome);
      // Five are dead within each lease. Each keeps an eighth of what is in use, and the two slots that it was being given: that leaves 6 slots of 20.
      expect(outcome.used).toBeGreaterThan(0.2);
    },
    isLong: true,
    async run() {
      await using redis = await startRedis();
      return await load(redis, SECONDS, { eachSecond: ({ kill }, second) => kill(second % PROCESSES) });
    },
  },
  {
    what: 'three of them stopped (SIGSTOP) for 7 s, lease 5 s',
    // What was in flight when they stopped was answered long before they go on, and a call that had its slot and was not sent yet is not sent then. Unless it was
    // within fetch already, after the last look at the slot: that happened at one stop in a hundred, and this row has twelve.
    mostRefused: 3,
    holds: ({ slotsLost, errors: { ERR_LIMITER: notSent = 0, ...others } }) => {
      expect(slotsLost).toBeGreaterThan(0);
      expect(notSent).toBeLessThanOrEqual(slotsLost);
      expect(others).toEqual({});
    },
    isLong: true,
    async run() {
      await using redis = await startRedis();
      return await load(redis, SECONDS, {
        eachSecond: ({ workers }, second) => {
          for (const { process } of workers.slice(0, 3)) {
            if (second % EVERY === 1) process.kill('SIGSTOP');
            if (second % EVERY === 8) process.kill('SIGCONT');
          }
        },
      });
    },
  },
  {
    what: 'Redis restarted with its data',
    mostRefused: 0,
    holds: noErrors,
    isLong: true,
    async run() {
      await using redis = await startRedis('--appendonly', 'yes', '--appendfsync', 'always');
      return await load(redis, SECONDS, { eachSecond: (_fleet, second) => second % EVERY === 1 && redis.kill().then(redis.start) });
    },
  },
  {
    what: 'Redis restarted without its data',
    mostRefused: 0,
    holds: noErrors,
    isLong: true,
    async run() {
      await using redis = await startRedis();
      return await load(redis, SECONDS, { eachSecond: (_fleet, second) => second % EVERY === 1 && redis.kill().then(redis.start) });
    },
  },
  {
    what: 'failover to a replica',
    // What the replica had not heard of yet.
    mostRefused: LIMIT,
    holds: noErrors,
    isLong: true,
    async run() {
      await using sentinel = await startSentinel();
      return await load({ sentinelPort: sentinel.port }, SECONDS, { eachSecond: (_fleet, second) => second === 1 && sentinel.main.kill() });
    },
  },
  {
    what: '100 ms to Redis and back',
    mostRefused: 0,
    holds: undisturbed,
    isLong: true,
    async run() {
      await using redis = await startRedis();
      await using wire = await createWire(redis.url);
      wire.delayMs = 50;
      return await load(wire, SECONDS, calm);
    },
  },
  {
    what: 'connections to Redis hang for 3 s',
    // Shares and slots together, until the calls have ended that had a slot when it began.
    mostRefused: LIMIT,
    holds: isBack,
    async run() {
      await using redis = await startRedis();
      await using wire = await createWire(redis.url);
      return await load(wire, isWhole ? SECONDS : SECONDS + 3, {
        timeoutMs: 500,
        eachSecond: (_fleet, second) => {
          if (second % EVERY === 1) wire.hangs = true;
          if (second % EVERY === 4) wire.hangs = false;
        },
      });
    },
  },
];
const rows = everything.filter(({ isLong }) => isWhole || isLong !== true);

const table: Record<string, Record<string, string | number>> = {};
afterAll(() => console.table(table));

describe(`${PROCESSES} processes that want more than the ${LIMIT} calls that may be in flight`, () => {
  it.each(rows)('$what', async ({ what, run, mostRefused, holds }) => {
    const outcome = await run();
    table[what] = rowOf(outcome);
    expect(outcome.refused, JSON.stringify(outcome)).toBeLessThanOrEqual(mostRefused);
    expect(outcome.tokens).toBeGreaterThan(0);
    holds({ ...outcome, errors: withoutRefusals(outcome.errors) });
  });
});

/** How many are refused stands on its own. */
function withoutRefusals(errors: Outcome['errors']): Outcome['errors'] {
  return Object.fromEntries(Object.entries(errors).filter(([code]) => code !== 'CONCURRENCY_LIMIT_EXCEEDED'));
}

function rowOf({ used, refused, overForMs, errors, slotsLost, events, longestMs }: Outcome): Record<string, string> {
  const listed = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ') || 'nothing';
  return {
    'limit in use': `${Math.round(used * 100)} %`,
    'over the limit': refused === 0 ? 'never' : `${refused} calls, within ${overForMs} ms`,
    'callers saw': listed({ ...errors, ...(slotsLost > 0 && { slotLost: slotsLost }) }),
    'slowest call': `${longestMs} ms`,
    events: listed(events),
  };
}
