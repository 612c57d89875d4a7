import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { memoryStore } from './memoryStore.ts';

const allowance = { tokens: 2, windowMs: 1000 };
type Minted = { biz_token: string; request_id: string };
const token = (biz_token: string): Minted => ({ biz_token, request_id: 'id' });
const never = new AbortController().signal;

describe('an allowance', () => {
  it('lets a user have so many tokens from the first on, and tells how long the rest of the time is', async () => {
    let now = 0;
    const store = memoryStore({ now: () => now });
    const taken: number[] = [];
    for (const at of [0, 400, 500, 999, 1000, 1500, 1600]) {
      now = at;
      taken.push(await store.take('a', allowance));
    }
    expect(taken).toEqual([0, 0, 500, 1, 0, 0, 400]);
    expect(await store.take('b', allowance)).toBe(0);
  });

  it('takes back what came to nothing, and no more than was taken', async () => {
    const store = memoryStore({ now: () => 0 });
    for (const user of ['a', 'nobody']) await store.giveBack(user);
    await store.take('a', allowance);
    for (let times = 0; times < 3; times++) await store.giveBack('a');
    expect([await store.take('a', allowance), await store.take('a', allowance), await store.take('a', allowance)]).toEqual([0, 0, 1000]);
  });

  it('remembers so many users, and forgets the first of them first', async () => {
    const store = memoryStore({ maxUsers: 3, now: () => 0 });
    for (const user of ['a', 'a', 'b', 'c', 'd', 'e', 'f', 'f']) await store.take(user, allowance);
    expect(store.size.users).toBe(3);
    expect(await store.take('f', allowance)).toBe(1000);
    expect(await store.take('a', allowance)).toBe(0);
  });

  it('forgets whose time is over when somebody new comes', async () => {
    let now = 0;
    const store = memoryStore({ now: () => now });
    for (let user = 0; user < 10_000; user++) await store.take(String(user), allowance);
    now = 1000;
    await store.take('new', allowance);
    expect(store.size.users).toBe(1);
  });
});

describe('a shared call', () => {
  it('is one for all who ask at once, and another for who asks afterwards or for something else', async () => {
    const store = memoryStore();
    let begun = 0;
    const work = async () => token(String(++begun));
    const at = (key: string) => store.share(key, never, work);
    expect(await Promise.all([at('a'), at('a'), at('b'), at('a')])).toEqual([token('1'), token('1'), token('2'), token('1')]);
    expect(await at('a')).toEqual(token('3'));
    expect(store.size.calls).toBe(0);
  });

  it('can be none: each request makes its own, and ends it', async () => {
    const store = memoryStore({ shareCalls: false });
    let begun = 0;
    const signals: AbortSignal[] = [];
    const work = async (signal: AbortSignal) => (signals.push(signal), token(String(++begun)));
    expect(await Promise.all([store.share('a', never, work), store.share('a', never, work)])).toEqual([token('1'), token('2')]);
    expect(signals).toEqual([never, never]);
    expect(store.size.calls).toBe(0);
    await expect(store.share('a', AbortSignal.abort(new Error('gone')), work)).rejects.toThrow('gone');
    expect(begun).toBe(2);
  });

  it('fails for all who wait', async () => {
    const store = memoryStore();
    const fail = () => Promise.reject(new Error('no'));
    const all = await Promise.allSettled([store.share('a', never, fail), store.share('a', never, fail)]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(store.size.calls).toBe(0);
  });

  it('does not begin for who has gone', async () => {
    const store = memoryStore();
    let begun = 0;
    const gone = AbortSignal.abort(new Error('gone'));
    await expect(store.share('a', gone, async () => token(String(++begun)))).rejects.toThrow('gone');
    expect([begun, store.size.calls]).toEqual([0, 0]);
  });

  it.each([
    ['the first', 0],
    ['another', 1],
  ])('goes on when %s leaves, and is aborted when the last one does', async (_who, first) => {
    const store = memoryStore();
    const phones = [new AbortController(), new AbortController()] as const;
    let inner: AbortSignal | undefined;
    const work = (signal: AbortSignal) => {
      inner = signal;
      return new Promise<Minted>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    };
    const waiting = phones.map(({ signal }) => store.share('a', signal, work));
    const ended = Promise.allSettled(waiting);
    phones[first]!.abort(new Error('first'));
    await expect(waiting[first]).rejects.toThrow('first');
    expect(inner!.aborted).toBe(false);
    phones[1 - first]!.abort(new Error('last'));
    // At once: nobody may join what is being aborted.
    expect([inner!.aborted, store.size.calls]).toEqual([true, 0]);
    expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it.each([
    ['has ended', async (_phone: AbortController, end: () => void) => end()],
    ['is left', async (phone: AbortController) => phone.abort()],
  ])('removes its abort listener once the call %s', async (_when, leave) => {
    const store = memoryStore();
    const phone = new AbortController();
    let end!: () => void;
    const shared = store.share('a', phone.signal, () => new Promise<Minted>((resolve) => (end = () => resolve(token('1')))));
    const settled = Promise.allSettled([shared]);
    const listeners = () => getEventListeners(phone.signal, 'abort').length;
    expect(listeners()).toBe(1);
    await leave(phone, end);
    await settled;
    // The listener is removed one turn after the result is delivered.
    await new Promise(setImmediate);
    expect(listeners()).toBe(0);
  });

  it('that is being aborted is joined by nobody, and does not take away the next one', async () => {
    const store = memoryStore();
    const phone = new AbortController();
    let endFirst!: () => void;
    const left = store.share('a', phone.signal, () => new Promise<Minted>((_, reject) => (endFirst = () => reject(new Error('late')))));
    phone.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    let endSecond!: (minted: Minted) => void;
    const second = store.share('a', never, () => new Promise<Minted>((resolve) => (endSecond = resolve)));
    endFirst();
    await Promise.resolve();
    await Promise.resolve();
    expect(store.size.calls).toBe(1);
    endSecond(token('2'));
    expect(await second).toEqual(token('2'));
  });
});

describe('a token', () => {
  const decided = { decision: { outcome: {}, requestId: 'id' } } as never;

  it('is known for so long, and as what was said of it last', async () => {
    let now = 0;
    const store = memoryStore({ now: () => now });
    await store.remember('a', {}, 1000);
    expect([await store.recall('a'), await store.recall('b')]).toEqual([{}, undefined]);
    now = 999;
    await store.remember('a', decided, 100);
    expect(await store.recall('a')).toBe(decided);
    now = 1099;
    expect(await store.recall('a')).toBeUndefined();
  });

  it('is forgotten to make room, the first of them first', async () => {
    const store = memoryStore({ maxUsers: 2, now: () => 0 });
    for (const key of ['a', 'b', 'a', 'c']) await store.remember(key, {}, 1000);
    expect([await store.recall('a'), await store.recall('b'), await store.recall('c')]).toEqual([{}, undefined, {}]);
    expect(store.size.tokens).toBe(2);
  });

  it('becomes the newest entry when it is updated, even while there is room', async () => {
    const store = memoryStore({ maxUsers: 3, now: () => 0 });
    for (const key of ['a', 'b', 'a', 'c', 'd']) await store.remember(key, {}, 1000);
    expect([await store.recall('a'), await store.recall('b')]).toEqual([{}, undefined]);
  });
});
