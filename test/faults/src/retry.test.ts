import { expect, it } from 'vitest';
import { createRig, input, until } from './createRig.ts';
import { answers, refuses, saysNothing, succeeds } from './faults.ts';
import { outcomeOf } from './settle.ts';

const internalError = refuses(500, 'INTERNAL_ERROR');
const delaysOf = (events: readonly { type: string; delayMs?: number }[]): number[] =>
  events.filter(({ type }) => type === 'retrying').map(({ delayMs }) => Math.round(delayMs!));

it('the pauses double up to the longest, and chance makes them any length below', async () => {
  const longest = await createRig({ faults: [internalError], retry: { retries: 6, totalTimeoutMs: 100_000 } });
  await longest.settle(longest.finauth.getBizToken(input));
  expect(delaysOf(longest.events)).toEqual([300, 600, 1200, 2400, 4800, 5000]);

  const none = await createRig({ faults: [internalError], jitter: () => 0 });
  await none.settle(none.finauth.getBizToken(input));
  expect(delaysOf(none.events)).toEqual([0, 0]);
});

it('a pause is never shorter than Retry-After asks', async () => {
  const { finauth, events, settle } = await createRig({
    faults: [refuses(429, 'CONCURRENCY_LIMIT_EXCEEDED', { 'retry-after': '2' })],
    jitter: () => 0,
  });
  await settle(finauth.getBizToken(input));
  expect(delaysOf(events)).toEqual([2000, 2000]);
});

it('a Retry-After with a date is counted from the server’s own clock', async () => {
  const { finauth, clock, events, settle } = await createRig({
    faults: [
      (socket, request) =>
        answers(503, 'no', {
          date: new Date(clock.now() + 3_600_000).toUTCString(),
          'retry-after': new Date(clock.now() + 3_605_000).toUTCString(),
        })(socket, request),
    ],
    retry: { retries: 1 },
  });
  await settle(finauth.getBizToken(input));
  expect(delaysOf(events)).toEqual([5000]);
});

it('maxRetryAfterMs is the caller’s to set', async () => {
  const { finauth, server, settle } = await createRig({
    faults: [refuses(429, 'CONCURRENCY_LIMIT_EXCEEDED', { 'retry-after': '2' }), succeeds],
  });
  expect(await settle(finauth.getBizToken(input, { retry: { maxRetryAfterMs: 1_999 } }))).toMatchObject({
    ok: false,
    error: { attempts: 1, retryAfterMs: 2000 },
  });
  server.play(refuses(429, 'CONCURRENCY_LIMIT_EXCEEDED', { 'retry-after': '2' }), succeeds);
  expect(await settle(finauth.getBizToken(input, { retry: { maxRetryAfterMs: 2_000 } }))).toMatchObject({ ok: true });
});

it('a pause for which there is no time left is not begun', async () => {
  const { finauth, clock, settle } = await createRig({ faults: [refuses(429, 'CONCURRENCY_LIMIT_EXCEEDED', { 'retry-after': '4' })] });
  const outcome = await settle(finauth.getBizToken(input, { retry: { retries: 9, totalTimeoutMs: 10_000 } }));
  expect(outcome).toMatchObject({ ok: false, error: { code: 'CONCURRENCY_LIMIT_EXCEEDED', attempts: 3 } });
  expect(clock.elapsed()).toBe(8_000);
});

it('nor is one that would end at the very end of the time: the error is the server’s, and nobody waits for it', async () => {
  const { finauth, clock, settle } = await createRig({ faults: [refuses(429, 'CONCURRENCY_LIMIT_EXCEEDED', { 'retry-after': '5' })] });
  const outcome = await settle(finauth.getBizToken(input, { retry: { retries: 9, totalTimeoutMs: 10_000 } }));
  expect(outcome).toMatchObject({ ok: false, error: { code: 'CONCURRENCY_LIMIT_EXCEEDED', attempts: 2 } });
  expect(clock.elapsed()).toBe(5_000);
});

it('the total time ends an attempt that is under way, and says how the one before it ended', async () => {
  const { finauth, server, clock, events } = await createRig({ faults: [internalError, saysNothing] });
  const call = outcomeOf(finauth.getBizToken(input, { retry: { totalTimeoutMs: 5_000 } }));
  await until(() => events.at(-1)?.type === 'retrying');
  clock.advance(300);
  await until(() => server.requests.length === 2);
  clock.advance(4_700);
  expect(await call).toMatchObject({ ok: false, error: { name: 'FinAuthTimeoutError', attempts: 2, cause: { code: 'INTERNAL_ERROR' } } });
  expect(clock.pending()).toBe(0);
});

it('retry: false asks once', async () => {
  const { finauth, server } = await createRig({ faults: [internalError] });
  await expect(finauth.getBizToken(input, { retry: false })).rejects.toMatchObject({
    code: 'INTERNAL_ERROR',
    retryable: true,
    attempts: 1,
  });
  expect(server.requests).toHaveLength(1);
});

it.each([undefined, {}, { retries: undefined }, { retries: undefined, baseDelayMs: undefined }])(
  'retry: %j asks as often as the client does',
  async (retry) => {
    const { finauth, server, settle } = await createRig({ faults: [internalError], retry: { retries: 1 } });
    const options = retry === undefined ? {} : { retry: retry as object };
    expect(await settle(finauth.getBizToken(input, options))).toMatchObject({ ok: false, error: { attempts: 2 } });
    expect(server.requests).toHaveLength(2);
  },
);

it('a call’s timeoutMs is its own, whether or not it says how to retry', async () => {
  for (const retry of [{}, { retry: { retries: 0 } }]) {
    const { finauth, server, clock } = await createRig({ faults: [saysNothing], retry: false });
    const call = outcomeOf(finauth.getBizToken(input, { timeoutMs: 2_000, ...retry }));
    await until(() => server.requests.length === 1);
    clock.advance(1_999);
    expect(clock.pending()).toBeGreaterThan(0);
    clock.advance(1);
    expect(await call).toMatchObject({ ok: false, error: { name: 'FinAuthTimeoutError', attempts: 1 } });
    expect(clock.elapsed()).toBe(2_000);
  }
});

it('a call’s timeoutMs is not that of the calls after it', async () => {
  const { finauth, server, clock } = await createRig({ faults: [saysNothing], timeoutMs: 3_000, retry: false });
  for (const [number, timeoutMs] of [2_000, undefined, 1_000].entries()) {
    const start = clock.elapsed();
    const call = outcomeOf(finauth.getBizToken(input, timeoutMs === undefined ? {} : { timeoutMs }));
    await until(() => server.requests.length === number + 1);
    clock.advance((timeoutMs ?? 3_000) - 1);
    expect(clock.pending()).toBeGreaterThan(0);
    clock.advance(1);
    expect(await call).toMatchObject({ ok: false, error: { name: 'FinAuthTimeoutError' } });
    expect(clock.elapsed() - start).toBe(timeoutMs ?? 3_000);
  }
});

it.each<[string, string]>([
  ['in the form of RFC 850', 'Thursday, 15-Jan-26 12:00:04 GMT'],
  ['in the form of asctime', 'Thu Jan 15 12:00:04 2026'],
  ['with blanks around', '  Thu, 15 Jan 2026 12:00:04 GMT '],
  ['in seconds with blanks around', ' \t4 '],
])('a Retry-After %s is waited for', async (_how, retryAfter) => {
  const { finauth, events, settle } = await createRig({
    faults: [refuses(429, 'CONCURRENCY_LIMIT_EXCEEDED', { 'retry-after': retryAfter, date: 'Thu Jan 15 12:00:00 2026' }), succeeds],
    jitter: () => 0,
  });
  expect(await settle(finauth.getBizToken(input))).toMatchObject({ ok: true });
  expect(delaysOf(events)).toEqual([4_000]);
});

it('a Retry-After that is a date, of an answer without a Date, is read by the clock that the call was signed by', async () => {
  const AHEAD_MS = 3_600_000;
  const { finauth, server, clock, settle } = await createRig({ faults: [succeeds] });
  const inServerTime = (ms: number): string => new Date(clock.now() + AHEAD_MS + ms).toUTCString();
  server.play(
    refuses(403, 'AUTHORIZATION_ERROR: EXPIRED_SIGN', { date: inServerTime(0) }),
    refuses(429, 'CONCURRENCY_LIMIT_EXCEEDED', { date: '', 'retry-after': inServerTime(30_000) }),
  );
  expect(await settle(finauth.getBizToken(input))).toMatchObject({ ok: false, error: { attempts: 2, retryAfterMs: 30_000 } });
});

it.each([
  ['Thu, 15 Jan 2026 11:00:00 GMT', 0],
  [`1${'0'.repeat(300)}`, Number.MAX_SAFE_INTEGER],
  ['-1', undefined],
  ['0.5', undefined],
])('a Retry-After of %s is told as retryAfterMs: %s', async (retryAfter, retryAfterMs) => {
  const { finauth } = await createRig({
    faults: [refuses(429, 'CONCURRENCY_LIMIT_EXCEEDED', { 'retry-after': retryAfter })],
    retry: false,
  });
  await expect(finauth.getBizToken(input)).rejects.toMatchObject({ retryAfterMs });
});
