import { inspectSign, verifySign } from '@finauth-sdk/signing';
import { expect, it } from 'vitest';
import { createRig, credentials, input, until } from './createRig.ts';
import { answers, refuses, saysNothing, succeeds, writesAndResets } from './faults.ts';

/** Numbers that are told apart, and counted. */
function countingRandom(): { random: () => number; drawn: number[] } {
  const drawn: number[] = [];
  return { drawn, random: () => drawn[drawn.push(drawn.length * 7 + 1) - 1]! };
}

it.each([
  ['INTERNAL_ERROR', refuses(500, 'INTERNAL_ERROR')],
  ['CONCURRENCY_LIMIT_EXCEEDED with Retry-After', refuses(429, 'CONCURRENCY_LIMIT_EXCEEDED', { 'retry-after': '7' })],
  ['a gateway’s 503', answers(503, 'no')],
  ['a reset', writesAndResets('')],
])('each retry after %s is signed anew, at the time of its attempt', async (_what, fault) => {
  const { random, drawn } = countingRandom();
  const { finauth, server, settle } = await createRig({ faults: [fault], random, retry: { retries: 4, baseDelayMs: 3_000 } });
  await settle(finauth.getBizToken(input));

  expect(server.requests).toHaveLength(5);
  const signs = server.requests.map(({ sign }) => sign!);
  expect(new Set(signs).size).toBe(5);
  for (const { sign, arrivedAt } of server.requests) {
    expect(verifySign(sign!, credentials.apiSecret, { now: () => arrivedAt })).toEqual({ valid: true });
    expect(inspectSign(sign!).currentTime).toBe(Math.floor(arrivedAt / 1000));
  }
  // The pauses are of seconds here, so no two attempts are of the same time.
  expect(new Set(server.requests.map(({ arrivedAt }) => arrivedAt)).size).toBe(5);
  expect(signs.map((sign) => inspectSign(sign).random)).toEqual(drawn);
});

it('no random is used twice by calls that run at the same time', async () => {
  const { random, drawn } = countingRandom();
  const { finauth, server, events, clock } = await createRig({ faults: [refuses(500, 'INTERNAL_ERROR')], random });
  const calls = Promise.allSettled(Array.from({ length: 50 }, () => finauth.getBizToken(input)));
  for (const wave of [1, 2, 3]) {
    await until(() => events.filter(({ type }) => type === (wave === 3 ? 'gaveUp' : 'retrying')).length === 50 * (wave === 3 ? 1 : wave));
    clock.advance(1_000);
  }
  await calls;
  const used = server.requests.map(({ sign }) => inspectSign(sign!).random);
  expect(used).toHaveLength(150);
  expect(used.map(Number).toSorted((a, b) => a - b)).toEqual(drawn);
  expect(new Set(drawn).size).toBe(150);
});

it('a call that waited for its place is signed when it gets it', async () => {
  const { finauth, server, clock } = await createRig({
    faults: [saysNothing, succeeds],
    maxConcurrency: 1,
    timeoutMs: 30_000,
    retry: false,
  });
  const first = finauth.getBizToken(input).catch((error: unknown) => error);
  const second = finauth.getBizToken(input);
  await until(() => server.requests.length === 1);
  clock.advance(30_000);
  await first;
  await second;
  const { sign, arrivedAt } = server.requests[1]!;
  expect(inspectSign(sign!).currentTime).toBe(Math.floor(arrivedAt / 1000));
  expect(inspectSign(server.requests[0]!.sign!).currentTime).toBe(Math.floor(arrivedAt / 1000) - 30);
});
