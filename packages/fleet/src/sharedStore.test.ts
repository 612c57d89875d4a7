import { afterEach, expect, it, vi } from 'vitest';
import { BEAT_MS } from './createLine.ts';
import type { IoredisLike } from './redisClient.ts';
import { sharedStore, type TokenStoreLike } from './sharedStore.ts';

// What needs no Redis. The rest is in test/fleet.

const TIMEOUT_MS = 100;
afterEach(() => void vi.useRealTimers());

it('a server that makes a call goes on with it, though it hears too late that it may', async () => {
  vi.useFakeTimers();
  const asked: string[] = [];
  const answers: ((answer: unknown) => void)[] = [];
  const evalsha = (...[, , , , , , verb]: unknown[]): Promise<unknown> => {
    asked.push(verb as string);
    return new Promise((resolve) => answers.push(resolve));
  };
  const never = () => new Promise<never>(() => {});
  const local: TokenStoreLike = {
    take: never,
    giveBack: never,
    remember: never,
    recall: never,
    share: (_key, signal, work) => work(signal),
  };
  const client = { evalsha } as unknown as IoredisLike;
  const store = sharedStore({ client, key: 'k', local, timeoutMs: TIMEOUT_MS });
  let end = (_result: object): void => {};
  const shared = store.share('call', new AbortController().signal, () => new Promise<object>((resolve) => (end = resolve)));
  answers.shift()!(['lead']);
  await vi.advanceTimersByTimeAsync(BEAT_MS);
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS + 1);
  answers.shift()!(['lead']);
  await vi.advanceTimersByTimeAsync(0);
  // It does not say that it has ended, as one does who is told too late that it was to wait.
  expect(asked).toEqual(['join', 'join']);
  end({ token: 1 });
  expect(await shared).toEqual({ token: 1 });
});
