import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  argumentsOf,
  channelOf,
  hashOf,
  NAMED,
  replyOf,
  script,
  type SyncReply,
  type SyncRequest,
} from '../../../packages/fleet/src/protocol.ts';
import { createModelRedis, type Entry } from '../../../packages/fleet/src/testing/modelRedis.ts';
import { type RedisServer, startRedis } from './startRedis.ts';

// What packages/fleet checks its client with is a model of the script. Here it is held against the script itself.

let starting: Promise<RedisServer>;
let client: Redis;
let listener: Redis;
beforeAll(() => {
  starting = startRedis();
  starting.catch(() => {});
});
// Where there is none each test fails, and none is skipped.
beforeEach(async () => {
  const { url } = await starting;
  client ??= new Redis(url);
  listener ??= new Redis(url);
});
afterAll(async () => {
  client?.disconnect();
  listener?.disconnect();
  await (await starting.catch(() => undefined))?.[Symbol.asyncDispose]();
});

/** A Redis that runs already may still know the keys of the last time. */
const OWN = randomUUID();
const PROCESSES = ['a', 'b', 'c'];
const LIMIT = 5;
const LEASE_MS = 600_000;

async function run(key: string, process: string, request: SyncRequest, limit = LIMIT, leaseMs = LEASE_MS): Promise<SyncReply> {
  return replyOf(await client.eval(script, 1, hashOf(key), ...argumentsOf(request, { key, process, limit, leaseMs })));
}

async function entries(key: string): Promise<Map<string, Entry>> {
  const { opens: _, ...stored } = await client.hgetall(hashOf(key));
  return new Map(Object.entries(stored).map(([name, value]) => [name, JSON.parse(value) as Entry]));
}

/** Without what is a time: who waits how long is seen by who is served first. */
const counts = (all: ReadonlyMap<string, Entry>): object =>
  Object.fromEntries(
    [...all].map(([name, { granted, heard, taken, line }]) => [
      name,
      // An empty list and an empty object are one in Lua.
      { granted, heard, taken, waiting: Array.isArray(line) ? line.length : 0 },
    ]),
  );

const requests = fc.record({
  process: fc.nat(PROCESSES.length - 1),
  held: fc.nat(3),
  known: fc.nat(6),
  // Seconds apart, and never the same for two processes: no two came at once.
  waited: fc.uniqueArray(fc.nat(8), { maxLength: 4 }),
  remembers: fc.constant(false),
});

it('the script does what the model of it does, request by request', async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(requests, { minLength: 1, maxLength: 20 }), fc.nat(20), async (plan, lostAt) => {
      const key = `${OWN}${++count}`;
      const model = createModelRedis();
      const heard: string[] = [];
      const expected: string[] = [];
      listener.removeAllListeners('message');
      listener.on('message', (channel: string) => heard.push(channel.slice(channelOf(key, '').length)));
      await listener.subscribe(...PROCESSES.map((process) => channelOf(key, process)));
      for (const [index, { process, waited, held, known, remembers }] of plan.entries()) {
        const waitedMs = waited.toSorted((a, b) => b - a).map((seconds) => (seconds * PROCESSES.length + process) * 1_000);
        const request: SyncRequest = { held, known, waitedMs, remembers: remembers || index > lostAt };
        const name = PROCESSES[process]!;
        if (index === lostAt) {
          await client.del(hashOf(key));
          model.forget();
        }
        // By the model's clock a moment later, as by the server's.
        model.now += 1;
        expect(await run(key, name, request)).toEqual(model.run(name, request, LIMIT, LEASE_MS));
        expected.push(...model.messages.splice(0).sort());
        expect(counts(await entries(key))).toEqual(counts(model.processes));
      }
      // The messages are there before the answer to a question that came after them.
      await listener.unsubscribe();
      expect(heard.toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 60 },
  );
});

const nobody: SyncRequest = { held: 0, known: 0, waitedMs: [], remembers: false };

it('who has waited longest is first, whichever process it is in', async () => {
  await run(`${OWN}order`, 'full', { ...nobody, held: 1 }, 1);
  await run(`${OWN}order`, 'a', { ...nobody, waitedMs: [60_000, 20_000] }, 1);
  await run(`${OWN}order`, 'b', { ...nobody, waitedMs: [70_000, 10_000] }, 1);
  const order: string[] = [];
  let before = await entries(`${OWN}order`);
  for (let turn = 0; turn < 4; turn++) {
    // Whoever is in leaves, and what the others were granted they have given back.
    await run(`${OWN}order`, 'full', nobody, 1);
    const after = await entries(`${OWN}order`);
    for (const name of ['a', 'b']) if (after.get(name)!.granted > before.get(name)!.granted) order.push(name);
    before = after;
    const last = order.at(-1)!;
    const { granted, line } = after.get(last)!;
    await run(`${OWN}order`, 'full', { ...nobody, held: 1 }, 1);
    const now = await client.time().then(([seconds, micros]) => Number(seconds) * 1_000 + Number(micros) / 1_000);
    await run(`${OWN}order`, last, { ...nobody, known: granted, waitedMs: Array.isArray(line) ? line.map((since) => now - since) : [] }, 1);
  }
  expect(order).toEqual(['b', 'a', 'a', 'b']);
});

it('a process that does not answer is granted two slots, and no more', async () => {
  await run(`${OWN}dead`, 'a', { ...nobody, held: 10 }, 10);
  await run(`${OWN}dead`, 'dead', { ...nobody, waitedMs: Array.from({ length: NAMED }, () => 60_000) }, 10);
  await run(`${OWN}dead`, 'b', { ...nobody, waitedMs: [1, 1, 1] }, 10);
  await run(`${OWN}dead`, 'a', nobody, 10);
  expect(counts(await entries(`${OWN}dead`))).toMatchObject({ dead: { taken: 2 }, b: { taken: 2 } });
});

it('the slots of a process that was killed, and those that it was being given, are free when its lease is over, and not before', async () => {
  const key = `${OWN}killed`;
  const leaseMs = 2_000;
  const waitedMs = Array.from({ length: 9 }, () => 1);
  // It holds three of five, and was being given the others.
  await run(key, 'killed', { ...nobody, held: 3, waitedMs: [2, 2] }, 3, leaseMs);
  await run(key, 'b', { ...nobody, waitedMs }, LIMIT, leaseMs);
  const { ends } = (await entries(key)).get('killed')!;
  for (;;) {
    const { granted } = await run(key, 'b', { ...nobody, waitedMs }, LIMIT, leaseMs);
    const [seconds, micros] = await client.time();
    if (granted === 0) {
      await sleep(50);
      continue;
    }
    expect(Number(seconds) * 1_000 + Number(micros) / 1_000).toBeGreaterThanOrEqual(ends);
    expect(granted).toBe(LIMIT);
    break;
  }
  expect([...(await entries(key)).keys()]).toEqual(['b']);
});

it('a server whose clock is behind that of its predecessor keeps no lease for longer than one', async () => {
  const [seconds] = await client.time();
  const future = (Number(seconds) + 3_600) * 1_000;
  const dead = { ends: future, granted: 9, heard: 9, taken: 5, line: {} };
  await client.hset(hashOf(`${OWN}behind`), { dead: JSON.stringify(dead), opens: future });
  // Which is over soon.
  for (;;) {
    const { granted } = await run(`${OWN}behind`, 'a', { ...nobody, waitedMs: [0] }, 5, 300);
    if (granted > 0) break;
  }
  expect([...(await entries(`${OWN}behind`)).keys()]).toEqual(['a']);
});

it('nothing of it stays for ever', async () => {
  await run(`${OWN}ttl`, 'a', { ...nobody, held: 1, waitedMs: [5] }, 1, 3_000);
  const ttl = await client.pttl(hashOf(`${OWN}ttl`));
  expect(ttl).toBeGreaterThan(0);
  expect(ttl).toBeLessThanOrEqual(9_000);
});
