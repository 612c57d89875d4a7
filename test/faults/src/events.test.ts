import type { OnEvent } from '@finauth-sdk/signing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { arrival } from './arrival.ts';
import { createRig, input } from './createRig.ts';
import { answers, refuses, succeeds } from './faults.ts';

const unhandled: unknown[] = [];
const keep = (reason: unknown): void => void unhandled.push(reason);
beforeEach(() => {
  unhandled.length = 0;
  process.on('unhandledRejection', keep);
});
afterEach(() => {
  process.off('unhandledRejection', keep);
});

const base = { operation: 'getBizToken', callId: 1 };

it('tells of each attempt, each pause, and the end', async () => {
  const { finauth, events, settle } = await createRig({
    faults: [refuses(500, 'INTERNAL_ERROR'), answers(502, 'no'), refuses(403, 'AUTHENTICATION_ERROR')],
  });
  await settle(finauth.getBizToken(input));
  expect(events).toEqual([
    { ...base, type: 'attemptStarted', attempt: 1 },
    { ...base, type: 'answered', attempt: 1, status: 500, code: 'INTERNAL_ERROR', durationMs: 0 },
    { ...base, type: 'retrying', attempt: 1, code: 'INTERNAL_ERROR', delayMs: expect.closeTo(300, 3) },
    { ...base, type: 'attemptStarted', attempt: 2 },
    { ...base, type: 'answered', attempt: 2, status: 502, code: 'ERR_RESPONSE', durationMs: 0 },
    { ...base, type: 'retrying', attempt: 2, code: 'ERR_RESPONSE', delayMs: expect.closeTo(600, 3) },
    { ...base, type: 'attemptStarted', attempt: 3 },
    { ...base, type: 'answered', attempt: 3, status: 403, code: 'AUTHENTICATION_ERROR', durationMs: 0 },
    { ...base, type: 'gaveUp', attempt: 3, code: 'AUTHENTICATION_ERROR', durationMs: expect.closeTo(900, 3) },
  ]);
});

it.each<[string, OnEvent]>([
  [
    'throws',
    () => {
      throw new Error('the log is full');
    },
  ],
  ['rejects', async () => Promise.reject(new Error('the log is full'))],
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
