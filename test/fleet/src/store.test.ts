import { sharedStore, type SharedStore, type SharedStoreEvent, type SharedStoreOptions } from '@finauth-sdk/fleet';
import { startSandbox } from '@finauth-sdk/sandbox';
import { createTokenHandler, createVerifyHandler, memoryStore, type TokenStore } from '@finauth-sdk/server';
import { createFinAuth } from '@finauth-sdk/signing';
import { Redis } from 'ioredis';
import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, expectTypeOf, it, onTestFinished } from 'vitest';
import { createWire } from './createWire.ts';
import { type RedisServer, startRedis } from './startRedis.ts';
import type { StoreWorkerOptions } from './storeWorker.ts';

// What createTokenHandler takes is what this gives.
expectTypeOf<SharedStore>().toExtend<TokenStore>();
expectTypeOf<ReturnType<typeof memoryStore>>().toExtend<SharedStoreOptions['local']>();

let starting: Promise<RedisServer>;
let server: RedisServer;
beforeAll(() => {
  starting = startRedis();
  starting.catch(() => {});
});
// Where there is none each test fails, and none is skipped.
beforeEach(async () => (server = await starting));
afterAll(async () => void (await (await starting.catch(() => undefined))?.[Symbol.asyncDispose]()));

const never = new AbortController().signal;
type Minted = { readonly biz_token: string; readonly request_id: string };
const minted = (biz_token: string): Minted => ({ biz_token, request_id: `id-of-${biz_token}` });

/** The stores of so many servers, each with a connection of its own. */
function stores(count: number, url = server.url, more: Partial<SharedStoreOptions> = {}): SharedStore[] {
  const key = randomUUID();
  return Array.from({ length: count }, () => {
    const client = new Redis(url, { retryStrategy: () => 50 });
    client.on('error', () => {});
    // Patient: a busy machine is not what is tried here.
    const store = sharedStore({ client, key, local: memoryStore(), timeoutMs: 30_000, ...more });
    onTestFinished(() => {
      store.close();
      client.disconnect();
    });
    return store;
  });
}

/** Work that ends when it is told to, and counts how often it was begun. */
function slowWork() {
  const begun: { readonly signal: AbortSignal; end(token: string): void; fail(error: Error): void }[] = [];
  const work = (signal: AbortSignal) =>
    new Promise<Minted>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
      begun.push({ signal, end: (token) => resolve(minted(token)), fail: reject });
    });
  return { begun, work };
}

/** The others have asked by then, and are known to wait. */
const waiting = (count: number) =>
  expect.poll(async () => Number((await server.command('EVAL', countScript, '0')).slice(1)), { timeout: 30_000 }).toBe(count);
const countScript = `
local count = 0
for _, key in ipairs(redis.call('KEYS', 'finauth:*:call:*')) do
  for _, field in ipairs(redis.call('HKEYS', key)) do if field ~= 'leader' then count = count + 1 end end
end
return count`;

beforeEach(() => server.command('FLUSHALL'));

describe('the count', () => {
  const allowance = { tokens: 5, windowMs: 60_000 };

  it('is one for all servers, however many ask at once', async () => {
    const all = stores(3);
    const waits = await Promise.all(Array.from({ length: 60 }, (_, index) => all[index % 3]!.take('user', allowance)));
    expect(waits.filter((ms) => ms === 0)).toHaveLength(5);
    for (const ms of waits.filter((it) => it > 0)) expect(ms).toBeGreaterThan(10_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(60_000);
    expect(await all[0]!.take('another', allowance)).toBe(0);
  });

  it('begins anew when the window is over, by the server’s clock', async () => {
    const [first, second] = stores(2) as [SharedStore, SharedStore];
    const short = { tokens: 1, windowMs: 300 };
    expect(await first.take('user', short)).toBe(0);
    expect(await second.take('user', short)).toBeGreaterThan(0);
    await expect.poll(() => second.take('user', short), { interval: 20 }).toBe(0);
  });

  it('goes down by what is given back, and not below nothing', async () => {
    const [first, second] = stores(2) as [SharedStore, SharedStore];
    const one = { tokens: 1, windowMs: 60_000 };
    await second.giveBack('user');
    expect(await first.take('user', one)).toBe(0);
    await second.giveBack('user');
    await second.giveBack('user');
    expect([(await first.take('user', one)) === 0, (await second.take('user', one)) === 0]).toEqual([true, false]);
  });

  it('is kept under no name that says who the user is, and goes by itself', async () => {
    const [store] = stores(1) as [SharedStore];
    await store.take('customer-0042', allowance);
    const name = (await server.command('EVAL', "return redis.call('KEYS', '*')[1]", '0')).split('\r\n')[1]!;
    expect(name).toMatch(/^finauth:.*:user:[\w-]{43}$/);
    expect(Number((await server.command('PTTL', name)).slice(1))).toBeGreaterThan(0);
  });
});

describe('a token', () => {
  it('is known to all servers for so long, as what was said of it last, under a name that says nothing', async () => {
    const [first, second] = stores(2) as [SharedStore, SharedStore];
    await first.remember('user and token', {}, 60_000);
    expect([await second.recall('user and token'), await second.recall('another')]).toEqual([{}, undefined]);
    const name = (await server.command('EVAL', "return redis.call('KEYS', '*')[1]", '0')).split('\r\n')[1]!;
    expect(name).toMatch(/^finauth:.*:token:[\w-]{43}$/);
    await second.remember('user and token', { decision: { requestId: 'id' } }, 300.5);
    expect(await first.recall('user and token')).toEqual({ decision: { requestId: 'id' } });
    await expect.poll(() => first.recall('user and token'), { interval: 20 }).toBeUndefined();
  });

  it('is known to one server while Redis is away, and afterwards', async () => {
    const local = memoryStore();
    const [away] = stores(1, 'redis://127.0.0.1:2', { local, timeoutMs: 50 }) as [SharedStore];
    await away.remember('a', {}, 60_000);
    expect(await away.recall('a')).toEqual({});
    const [back] = stores(1, server.url, { local }) as [SharedStore];
    expect(await back.recall('a')).toEqual({});
  });
});

describe('a shared call', () => {
  it('is one for all servers that ask at once, and another for who asks afterwards', async () => {
    const all = stores(3);
    const { begun, work } = slowWork();
    const asked = all.flatMap((store) => [store.share('a', never, work), store.share('a', never, work)]);
    await waiting(3);
    expect(begun).toHaveLength(1);
    begun[0]!.end('1');
    expect(await Promise.all(asked)).toEqual(asked.map(() => minted('1')));
    for (const store of all) {
      const next = store.share('a', never, work);
      await expect.poll(() => begun.length).toBe(2);
      begun.pop()!.end('2');
      expect(await next).toEqual(minted('2'));
    }
    // No token stays behind.
    expect(await server.command('EVAL', "return #redis.call('KEYS', '*')", '0')).toBe(':0');
  });

  it('is told to who waits at once, and not at the next beat', async () => {
    const [first, second] = stores(2) as [SharedStore, SharedStore];
    const { begun, work } = slowWork();
    const asked = [first.share('a', never, work)];
    await waiting(1);
    asked.push(second.share('a', never, work));
    await waiting(2);
    // It listens by now.
    await expect.poll(() => server.command('EVAL', "return #redis.call('PUBSUB', 'CHANNELS')", '0')).toBe(':1');
    const start = performance.now();
    begun[0]!.end('1');
    await Promise.all(asked);
    expect(performance.now() - start).toBeLessThan(400);
  });

  it('that fails is made again by one of those who wait', async () => {
    const all = stores(3);
    const { begun, work } = slowWork();
    const asked = all.map((store) => store.share('a', never, work));
    const ended = Promise.allSettled(asked);
    await waiting(3);
    begun[0]!.fail(new Error('no'));
    await expect.poll(() => begun.length).toBe(2);
    begun[1]!.end('2');
    const tokens = (await ended).map((it) => (it.status === 'fulfilled' ? it.value.biz_token : String(it.reason)));
    expect(tokens.sort()).toEqual(['2', '2', 'Error: no']);
    expect(begun).toHaveLength(2);
  });

  it('whose phones have gone is made again by another server, whose phone waits', async () => {
    const [first, second] = stores(2) as [SharedStore, SharedStore];
    const { begun, work } = slowWork();
    const phone = new AbortController();
    const abandoned = first.share('a', phone.signal, work);
    await waiting(1);
    const asked = second.share('a', never, work);
    await waiting(2);
    phone.abort(new Error('gone'));
    await expect(abandoned).rejects.toThrow('gone');
    await expect.poll(() => begun.length).toBe(2);
    expect(begun[0]!.signal.aborted).toBe(true);
    begun[1]!.end('2');
    expect(await asked).toEqual(minted('2'));
    await waiting(0);
  });

  it('is over for all servers before its phone hears of it, for it may ask another one next', async () => {
    await using wire = await createWire(server.url);
    const key = randomUUID();
    const [far] = stores(1, wire.url, { key }) as [SharedStore];
    const [near] = stores(1, server.url, { key }) as [SharedStore];
    const { begun, work } = slowWork();
    const asked = far.share('a', never, work);
    await expect.poll(() => begun.length).toBe(1);
    wire.delayMs = 100;
    begun[0]!.end('1');
    expect(await asked).toEqual(minted('1'));
    const next = near.share('a', never, work);
    await expect.poll(() => begun.length).toBe(2);
    begun[1]!.end('2');
    expect(await next).toEqual(minted('2'));
  });

  it('whose phone has gone is aborted at once, where no other waits', async () => {
    const [store] = stores(1) as [SharedStore];
    const { begun, work } = slowWork();
    const phone = new AbortController();
    const asked = store.share('a', phone.signal, work);
    await expect.poll(() => begun.length).toBe(1);
    phone.abort(new Error('gone'));
    await expect(asked).rejects.toThrow('gone');
    await expect.poll(() => begun[0]!.signal.aborted).toBe(true);
    const next = store.share('a', never, work);
    await expect.poll(() => begun.length).toBe(2);
    begun[1]!.end('2');
    expect(await next).toEqual(minted('2'));
  });

  it('does not begin for who hung up while Redis was asked', async () => {
    const [store] = stores(1) as [SharedStore];
    const { begun, work } = slowWork();
    const phone = new AbortController();
    const asked = store.share('a', phone.signal, work);
    phone.abort(new Error('gone'));
    await expect(asked).rejects.toThrow('gone');
    const next = store.share('a', never, work);
    await expect.poll(() => begun.length).toBe(1);
    begun[0]!.end('1');
    expect(await next).toEqual(minted('1'));
    expect(begun).toHaveLength(1);
  });
});

describe('without Redis', () => {
  it('each server counts and shares for itself, and says so, until it is back', async () => {
    await using own = await startRedis();
    const events: SharedStoreEvent[] = [];
    const [store] = stores(1, own.url, { timeoutMs: 1_000, onEvent: (event) => events.push(event) }) as [SharedStore];
    const allowance = { tokens: 1, windowMs: 60_000 };
    expect(await store.take('user', allowance)).toBe(0);
    await own.kill();
    expect(await store.take('user', allowance)).toBe(0);
    expect(await store.take('user', allowance)).toBeGreaterThan(0);
    await store.giveBack('user');
    const { begun, work } = slowWork();
    const asked = [store.share('a', never, work), store.share('a', never, work)];
    await expect.poll(() => begun.length).toBe(1);
    begun[0]!.end('1');
    expect(await Promise.all(asked)).toEqual([minted('1'), minted('1')]);
    expect(events.map(({ type }) => type)).toEqual(['unavailable']);
    await own.start();
    await expect
      .poll(async () => (await store.take('new', { tokens: 1e9, windowMs: 60_000 }), events.at(-1)?.type), { timeout: 30_000 })
      .toBe('available');
    expect(events).toHaveLength(2);
  });

  it('one that hangs costs the first call the limit, and those after it nothing', async () => {
    await using wire = await createWire(server.url);
    const [store] = stores(1, wire.url, { timeoutMs: 100 }) as [SharedStore];
    await store.take('warm', { tokens: 1, windowMs: 60_000 });
    wire.hangs = true;
    const start = performance.now();
    for (let call = 0; call < 20; call++) await store.take(`user-${call}`, { tokens: 1, windowMs: 60_000 });
    // Twenty limits, if each waited.
    expect(performance.now() - start).toBeLessThan(1_500);
  });

  it('an answer that comes too late is undone: neither is a token counted, nor does anybody wait for who has given up', async () => {
    await using wire = await createWire(server.url);
    const [slow] = stores(1, wire.url, { timeoutMs: 50, leaseMs: 600_000 }) as [SharedStore];
    await slow.take('warm', { tokens: 1, windowMs: 60_000 });
    await server.command('FLUSHALL');
    wire.delayMs = 150;
    const allowance = { tokens: 2, windowMs: 60_000 };
    expect(await slow.take('user', allowance)).toBe(0);
    await expect
      .poll(() => server.command('EVAL', "return redis.call('GET', redis.call('KEYS', '*')[1] or 'none') or ''", '0'))
      .toContain('0');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const { begun, work } = slowWork();
    const asked = slow.share('a', never, work);
    await expect.poll(() => begun.length).toBe(1);
    await waiting(1);
    await waiting(0);
    begun[0]!.end('1');
    expect(await asked).toEqual(minted('1'));
  });
});

it('a token of one server is verified by the others: once, and for its user alone', async () => {
  await using sandbox = await startSandbox();
  const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials, retry: false });
  const [first, ...others] = stores(3) as [SharedStore, SharedStore, SharedStore];
  const mint = createTokenHandler({ finauth, store: first, authorize: () => ({ liveness_id: 'scene', uuid: 'user' }) });
  const { biz_token } = (await (await mint(new Request('https://bank.example', { method: 'POST' }))).json()) as { biz_token: string };
  sandbox.phone.complete(biz_token);
  const ask = async (store: SharedStore, uuid: string) => {
    const expected = { uuid, verify_id: 'scene', comparison_type: '1', idcard_name: 'Example Person', idcard_number: '0042' } as const;
    const verify = createVerifyHandler({ finauth, store, authorize: () => expected, onDecision: () => {}, onError: () => {} });
    return verify(new Request('https://bank.example', { method: 'POST', headers: { 'biz-token': biz_token } }));
  };
  expect((await ask(others[0]!, 'another')).status).toBe(409);
  const answers = await Promise.all(others.map((store) => ask(store, 'user')));
  answers.push(await ask(first, 'user'));
  for (const answer of answers) expect(await answer.json()).toMatchObject({ passed: true });
  expect(sandbox.requests.filter(({ operation }) => operation === 'verify')).toHaveLength(1);
});

describe('behind createTokenHandler, in several processes', () => {
  async function startServers(
    count: number,
    options: Omit<StoreWorkerOptions, 'redis'>,
  ): Promise<{ ask(at: number, user: string): Promise<Response>; processes: ChildProcess[] }> {
    const processes = Array.from({ length: count }, () =>
      fork(join(import.meta.dirname, 'storeWorker.ts'), [JSON.stringify({ ...options, redis: server.url })], {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      }),
    );
    onTestFinished(() => {
      for (const process of processes) process.kill('SIGKILL');
    });
    const ports = await Promise.all(processes.map(async (process) => ((await once(process, 'message')) as [number])[0]));
    const ask = (at: number, user: string) => fetch(`http://127.0.0.1:${ports[at]}/token`, { method: 'POST', headers: { 'x-user': user } });
    return { ask, processes };
  }

  it('mints one token for a user who asks all of them at once, and no more than the limit in all', async () => {
    await using sandbox = await startSandbox();
    const { ask } = await startServers(3, { sandbox: sandbox.url, credentials: sandbox.credentials, tokens: 2 });
    const users = Array.from({ length: 10 }, (_, user) => `user-${user}`);
    for (const round of [1, 2]) {
      await server.command('DEL', 'open');
      const asked = users.map((user) => [0, 1, 2].map((at) => ask(at, user)));
      await waiting(30);
      await server.command('SET', 'open', '1');
      for (const answers of asked) {
        const told = await Promise.all(answers.map(async (answer) => (await answer).json() as Promise<{ biz_token?: string }>));
        expect(new Set(told.map(({ biz_token }) => biz_token)).size).toBe(1);
        expect(told[0]!.biz_token).toBeDefined();
      }
      expect(sandbox.issued.size).toBe(round * users.length);
    }
    const statuses = await Promise.all(users.flatMap((user) => [0, 1, 2].map(async (at) => (await ask(at, user)).status)));
    expect(new Set(statuses)).toEqual(new Set([429]));
    expect(sandbox.issued.size).toBe(2 * users.length);
  });

  it('a server that is killed within the call is followed by one that waits, when its lease is over', async () => {
    await using sandbox = await startSandbox();
    const { ask, processes } = await startServers(2, { sandbox: sandbox.url, credentials: sandbox.credentials, tokens: 5 });
    const lost = ask(0, 'user').catch(() => undefined);
    await waiting(1);
    const asked = ask(1, 'user');
    await waiting(2);
    processes[0]!.kill('SIGKILL');
    expect(await lost).toBeUndefined();
    await server.command('SET', 'open', '1');
    expect((await asked).status).toBe(200);
    expect(sandbox.issued.size).toBe(1);
  });
});
