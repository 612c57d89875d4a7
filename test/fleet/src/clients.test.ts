import { sharedLimit, type SharedLimit, type SharedLimitOptions, sharedStore } from '@finauth-sdk/fleet';
import { memoryStore } from '@finauth-sdk/server';
import { Cluster, Redis } from 'ioredis';
import ioredis5 from 'ioredis-5';
import iovalkey from 'iovalkey';
import { createClient, createCluster } from 'redis';
import { createClient as createClient4 } from 'redis-4';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RedisServer, startCluster, startRedis } from './startRedis.ts';

let starting: Promise<RedisServer>;
let server: RedisServer;
let cluster: ReturnType<typeof startCluster>;
let listeners: Redis;
beforeAll(() => {
  [starting, cluster] = [startRedis(), startCluster()];
  for (const each of [starting, cluster]) each.catch(() => {});
});
// Where there is none each test that needs it fails, and none is skipped.
beforeEach(async () => {
  server = await starting;
  listeners ??= new Redis(server.url);
});
afterAll(async () => {
  listeners?.disconnect();
  for (const each of [starting, cluster]) await (await each.catch(() => undefined))?.[Symbol.asyncDispose]();
});

interface Connected {
  readonly client: SharedLimitOptions['client'];
  close(): unknown;
}

const clients: Record<string, () => Connected | Promise<Connected>> = {
  'ioredis 6': () => ending(new Redis(server.url)),
  'ioredis 5.0': () => ending(new ioredis5.default(server.url)),
  'ioredis with a prefix': () => ending(new Redis(server.url, { keyPrefix: 'bank:' })),
  iovalkey: () => ending(new iovalkey.Redis(server.url)),
  'redis 6': async () => destroying(await createClient({ url: server.url }).connect()),
  'redis 4': async () => {
    const client = await createClient4({ url: server.url }).connect();
    return { client, close: () => client.disconnect() };
  },
  'a Cluster of ioredis': async () => ending(new Cluster((await cluster).nodes.map(({ port }) => ({ host: '127.0.0.1', port })))),
  'a Cluster of iovalkey': async () => ending(new iovalkey.Cluster((await cluster).nodes.map(({ port }) => ({ host: '127.0.0.1', port })))),
  'a cluster of redis 6': async () => {
    const client = createCluster({ rootNodes: (await cluster).nodes.map(({ url }) => ({ url })) });
    await client.connect();
    return destroying(client);
  },
  'a Redis that runs already': () => ending(new Redis(process.env['FINAUTH_TEST_REDIS_URL'] ?? server.url)),
};

function ending<Client extends SharedLimitOptions['client'] & { disconnect(): void }>(client: Client): Connected {
  return { client, close: () => client.disconnect() };
}

function destroying<Client extends SharedLimitOptions['client'] & { destroy(): unknown }>(client: Client): Connected {
  return { client, close: () => client.destroy() };
}

const signal = new AbortController().signal;

describe.each(Object.entries(clients))('with %s', (name, connect) => {
  it('two processes share a limit, and each listens for slots that are free', async () => {
    const connected = await Promise.all([connect(), connect()]);
    const events: unknown[] = [];
    const key = `clients:${name.replaceAll(/\W/g, '-')}`;
    const [first, second] = connected.map(({ client }) =>
      sharedLimit({
        client,
        key,
        limit: 2,
        share: 1,
        leaseMs: 15_000,
        timeoutMs: 30_000,
        onEvent: (event) => events.push(event),
      }),
    ) as [SharedLimit, SharedLimit];
    const held = [await first.enter(signal), await second.enter(signal)];
    let most = held.length;
    let inside = held.length;
    const order: number[] = [];
    const all = Array.from({ length: 20 }, async (_, index) => {
      const slot = await (index % 2 === 0 ? first : second).enter(signal);
      most = Math.max(most, ++inside);
      order.push(index);
      await sleep(2);
      inside--;
      slot.leave();
    });
    for (const slot of held) {
      inside--;
      slot.leave();
    }
    await Promise.all(all);
    expect(order).toHaveLength(20);
    // On a cluster, the node that has them is any.
    if (!name.includes('luster') && !name.includes('runs already'))
      await expect.poll(() => listeners.pubsub('CHANNELS', `finauth:${key}:*`)).toHaveLength(2);
    expect(most).toBe(2);
    expect(events).toEqual([]);
    expect(held.some(({ lost }) => lost.aborted)).toBe(false);
    await Promise.all([first.close(), second.close()]);
    await Promise.all(connected.map(({ close }) => close()));
  });

  it('two processes share a call, and the count of a user', async () => {
    const connected = await Promise.all([connect(), connect()]);
    const key = `clients:${randomUUID()}`;
    const events: unknown[] = [];
    const stores = connected.map(({ client }) =>
      sharedStore({ client, key, local: memoryStore(), timeoutMs: 30_000, onEvent: (event) => events.push(event) }),
    );
    let calls = 0;
    const mint = async () => (await sleep(300), { biz_token: `token-${++calls}`, request_id: 'id' });
    const tokens = await Promise.all(stores.map((store) => store.share('call', signal, mint)));
    expect(tokens.map(({ biz_token }) => biz_token)).toEqual(['token-1', 'token-1']);
    const waits = [];
    for (const store of [...stores, ...stores]) waits.push(await store.take('user', { tokens: 2, windowMs: 60_000 }));
    expect(waits.map((ms) => ms > 0)).toEqual([false, false, true, true]);
    expect(events).toEqual([]);
    for (const store of stores) store.close();
    await Promise.all(connected.map(({ close }) => close()));
  });
});
