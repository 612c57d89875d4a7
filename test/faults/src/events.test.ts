import type { FinAuthError, OnEvent } from '@finauth-sdk/signing';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { arrival } from './arrival.ts';
import { createRig, input, until } from './createRig.ts';
import { answers, goodAnswer, refuses, succeeds } from './faults.ts';

const unhandled: unknown[] = [];
const keep = (reason: unknown): void => void unhandled.push(reason);
beforeEach(() => {
  unhandled.length = 0;
  process.on('unhandledRejection', keep);
});
afterEach(() => {
  process.off('unhandledRejection', keep);
});

/** What a library of promises returns. */
function thenable(then: (well: unknown, badly?: (reason: unknown) => void) => unknown): never {
  // oxlint-disable-next-line unicorn/no-thenable -- listeners that return a thenable are what is tested
  return Object.defineProperty({}, 'then', { value: then }) as never;
}

const base = { operation: 'getBizToken', callId: 1 };

it('tells of each attempt, each pause, and the end', async () => {
  const { finauth, events, settle } = await createRig({
    faults: [refuses(500, 'INTERNAL_ERROR'), answers(502, 'no'), refuses(403, 'AUTHENTICATION_ERROR')],
  });
  await settle(finauth.getBizToken(input));
  expect(events).toEqual([
    { ...base, type: 'attemptStarted', attempt: 1 },
    { ...base, type: 'answered', attempt: 1, status: 500, code: 'INTERNAL_ERROR', requestId: 'request-1', durationMs: 0 },
    { ...base, type: 'retrying', attempt: 1, code: 'INTERNAL_ERROR', requestId: 'request-1', delayMs: expect.closeTo(300, 3) },
    { ...base, type: 'attemptStarted', attempt: 2 },
    { ...base, type: 'answered', attempt: 2, status: 502, code: 'ERR_RESPONSE', durationMs: 0 },
    { ...base, type: 'retrying', attempt: 2, code: 'ERR_RESPONSE', delayMs: expect.closeTo(600, 3) },
    { ...base, type: 'attemptStarted', attempt: 3 },
    { ...base, type: 'answered', attempt: 3, status: 403, code: 'AUTHENTICATION_ERROR', requestId: 'request-1', durationMs: 0 },
    {
      ...base,
      type: 'gaveUp',
      attempt: 3,
      code: 'AUTHENTICATION_ERROR',
      requestId: 'request-1',
      durationMs: expect.closeTo(900, 3),
      waitedMs: 0,
    },
  ]);
});

it('keeps the ID of a failure that was followed by a success, and that of the answer, and says how long it all took', async () => {
  const { finauth, events, settle } = await createRig({
    faults: [answers(500, { request_id: 'healed-7', error: 'INTERNAL_ERROR' }), answers(200, { ...goodAnswer, request_id: 'well-8' })],
  });
  await settle(finauth.getBizToken(input));
  expect(events.slice(1)).toEqual([
    { ...base, type: 'answered', attempt: 1, status: 500, code: 'INTERNAL_ERROR', requestId: 'healed-7', durationMs: 0 },
    { ...base, type: 'retrying', attempt: 1, code: 'INTERNAL_ERROR', requestId: 'healed-7', delayMs: expect.closeTo(300, 3) },
    { ...base, type: 'attemptStarted', attempt: 2 },
    { ...base, type: 'answered', attempt: 2, status: 200, requestId: 'well-8', durationMs: 0 },
    { ...base, type: 'succeeded', attempt: 2, requestId: 'well-8', durationMs: expect.closeTo(300, 3), waitedMs: 0 },
  ]);
});

it('keeps the ID of an answer that lacks its token, for the support', async () => {
  const { biz_token: _missing, ...rest } = goodAnswer;
  const { finauth, events } = await createRig({ faults: [answers(200, { ...rest, request_id: 'lacking-9' })] });
  const error = await finauth.getBizToken(input).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'ERR_RESPONSE', requestId: 'lacking-9', message: expect.stringContaining('lacking-9') as string });
  expect(events.filter(({ type }) => type === 'answered' || type === 'gaveUp')).toMatchObject([
    { requestId: 'lacking-9' },
    { requestId: 'lacking-9' },
  ]);
});

it('tells how long a call stood in line, whether it went well, failed or was aborted there', async () => {
  const gate = Promise.withResolvers<void>();
  const { finauth, server, clock, events } = await createRig({
    faults: [(socket, request) => void gate.promise.then(() => succeeds(socket, request)), succeeds, refuses(403, 'AUTHENTICATION_ERROR')],
    maxConcurrency: 1,
  });
  const controller = new AbortController();
  const calls = [{}, {}, {}, { signal: controller.signal }].map((options) => finauth.getBizToken(input, options).catch(() => {}));
  await until(() => server.requests.length === 1);
  clock.advance(700);
  controller.abort('gone');
  await calls[3];
  clock.advance(300);
  gate.resolve();
  await Promise.all(calls);
  const ends = events.filter((event) => event.type === 'succeeded' || event.type === 'gaveUp');
  expect(ends.map(({ callId, durationMs, waitedMs }) => [callId, durationMs, waitedMs]).toSorted()).toEqual([
    [1, 1_000, 0],
    [2, 1_000, 1_000],
    [3, 1_000, 1_000],
    [4, 700, 700],
  ]);
});

it('gives an error the callId of its events, and none where no call was begun', async () => {
  const { finauth, events } = await createRig({ faults: [refuses(403, 'AUTHENTICATION_ERROR')], middleware: [(call, next) => next(call)] });
  const errors = [];
  for (const given of [input, input, { liveness_id: '' }]) errors.push(await finauth.getBizToken(given).catch((error: unknown) => error));
  expect(errors.map((error) => (error as FinAuthError).callId)).toEqual([1, 2, 0]);
  expect(events.filter(({ type }) => type === 'gaveUp').map(({ callId }) => callId)).toEqual([1, 2]);
  expect(JSON.parse(JSON.stringify(errors[1]))).toMatchObject({ callId: 2 });
});

it.each<[string, OnEvent]>([
  [
    'throws',
    () => {
      throw new Error('the log is full');
    },
  ],
  ['rejects', async () => Promise.reject(new Error('the log is full'))],
  ['rejects in another realm', runInNewContext('async () => { throw new Error("the log is full"); }') as OnEvent],
  [
    'returns a promise of another make, which rejects',
    () => thenable((_well, badly) => (badly ? badly(1) : Promise.reject(new Error('unheard')))),
  ],
  ['returns a promise of another make, whose then rejects', () => thenable(async () => Promise.reject(new Error('unheard')))],
  [
    'returns a promise of another make, whose then throws',
    () =>
      thenable(() => {
        throw new Error('unheard');
      }),
  ],
  [
    'returns a promise of another make, whose then returns one that rejects',
    () => thenable(() => thenable(async () => Promise.reject(new Error('unheard')))),
  ],
  [
    'returns a promise of another make, whose then returns it again',
    () => {
      const endless: never = thenable(() => endless);
      return endless;
    },
  ],
  ['returns a promise of a subclass that rejects', () => class extends Promise<never> {}.reject(new Error('unheard'))],
  [
    'returns what cannot be asked for its then',
    () =>
      new Proxy({} as never, {
        get() {
          throw new Error('the log is full');
        },
      }),
  ],
  [
    'throws nothing at all',
    () => {
      throw undefined as unknown as Error;
    },
  ],
])('a listener that %s breaks nothing', async (_what, onEvent) => {
  const { finauth, server, clock } = await createRig({
    faults: [refuses(500, 'INTERNAL_ERROR'), succeeds],
    onEvent,
    retry: { baseDelayMs: 0 },
  });
  expect((await finauth.getBizToken(input)).biz_token).toBe('biz-token-1');
  expect(server.requests).toHaveLength(2);
  expect(clock.pending()).toBe(0);
  await arrival();
  expect(unhandled).toEqual([]);
});
