import { type Cluster, Redis } from 'ioredis';
import type { default as Ioredis5 } from 'ioredis-5';
import type Iovalkey from 'iovalkey';
import type { createClient, createCluster, createSentinel } from 'redis';
import type { createClient as createClient4 } from 'redis-4';
import { runInNewContext } from 'node:vm';
import { expect, expectTypeOf, it, onTestFinished } from 'vitest';
import type { FleetEvent } from './createLine.ts';
import { sharedLimit, type SharedLimitOptions } from './sharedLimit.ts';
import { sharedStore } from './sharedStore.ts';

// Every make and version is a client by its type. The compiler is the judge.
type Client = SharedLimitOptions['client'];
expectTypeOf<Redis>().toExtend<Client>();
expectTypeOf<Cluster>().toExtend<Client>();
expectTypeOf<Ioredis5.default>().toExtend<Client>();
expectTypeOf<Ioredis5.Cluster>().toExtend<Client>();
expectTypeOf<Iovalkey.Redis>().toExtend<Client>();
expectTypeOf<ReturnType<typeof createClient>>().toExtend<Client>();
expectTypeOf<ReturnType<typeof createCluster>>().toExtend<Client>();
expectTypeOf<ReturnType<typeof createSentinel>>().toExtend<Client>();
expectTypeOf<ReturnType<typeof createClient4>>().toExtend<Client>();
expectTypeOf<{ get(key: string): Promise<string> }>().not.toExtend<Client>();

it.each<[what: string, change: object, complaint: string]>([
  ['a client that is none', { client: {} }, 'client must be a client of ioredis, iovalkey or node-redis'],
  ['room for nobody', { limit: 0 }, 'limit must be a whole number, 1 or more'],
  ['no key', { key: '' }, 'key must be a text that is not empty'],
  ['no share', { share: undefined }, 'share must be a whole number, 1 or more'],
  ['another way without Redis', { onUnavailable: 'wait' }, "onUnavailable must be 'local' or 'refuse'"],
  ['a lease that is too short to renew', { leaseMs: 100 }, 'leaseMs must be a number of milliseconds from 2000'],
  ['no time for Redis', { timeoutMs: 0 }, 'timeoutMs must be a number of milliseconds from 1'],
])('refuses %s', (_what, change, complaint) => {
  const client = new Redis({ lazyConnect: true });
  expect(() => sharedLimit({ client, limit: 20, key: 'k', share: 2, ...change } as never)).toThrow(complaint);
  expect(() => sharedLimit({ client, limit: 20, key: 'k', share: 2 })).not.toThrow();
  expect(() => sharedLimit({ client, limit: 20, key: 'k', onUnavailable: 'refuse' })).not.toThrow();
});

it.each<[string, () => void]>([
  [
    'fails',
    () => {
      throw new Error('disk full');
    },
  ],
  ['fails later', async () => Promise.reject(new Error('disk full'))],
  ['fails later, in another realm', runInNewContext('async () => { throw new Error("disk full"); }') as () => void],
])('a listener that %s breaks no call, and does not end the process', async (_when, fail) => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  // Nothing was connected: each command fails at once, and Redis counts as away.
  const client = new Redis({ lazyConnect: true, enableOfflineQueue: false, host: '127.0.0.1', port: 2, retryStrategy: () => null });
  client.on('error', () => {});
  const heard: FleetEvent[] = [];
  const onEvent = (event: FleetEvent): void => {
    heard.push(event);
    return fail();
  };
  const shared = sharedLimit({ client, limit: 1, key: 'k', share: 1, timeoutMs: 1, onEvent });
  onTestFinished(async () => {
    process.off('unhandledRejection', note);
    await shared.close();
    client.disconnect();
  });
  (await shared.enter(new AbortController().signal)).leave();
  // It is told after a turn of the event loop.
  await new Promise((resolve) => setImmediate(resolve));
  expect(heard).toMatchObject([{ type: 'unavailable' }]);
  expect(unhandled).toEqual([]);
});

it.each<[what: string, change: object, complaint: string]>([
  ['a client that is none', { client: {} }, 'client must be a client of ioredis, iovalkey or node-redis'],
  ['no key', { key: '' }, 'key must be a text that is not empty'],
  ['no store of its own', { local: undefined }, 'local must be a store for one process, such as memoryStore() of @finauth-sdk/server'],
  ['half a store', { local: { take: () => {} } }, 'local must be a store'],
  ['a lease that is too short to renew', { leaseMs: 100 }, 'leaseMs must be a number of milliseconds from 2000'],
  ['no time for Redis', { timeoutMs: 0 }, 'timeoutMs must be a number of milliseconds from 1'],
])('a store refuses %s', (_what, change, complaint) => {
  const client = new Redis({ lazyConnect: true });
  const never = () => new Promise<never>(() => {});
  const right = { client, key: 'k', local: { take: never, giveBack: never, share: never, remember: never, recall: never } };
  expect(() => sharedStore({ ...right, ...change } as never)).toThrow(complaint);
  expect(() => sharedStore(right)).not.toThrow();
});
