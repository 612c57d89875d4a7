import type { Middleware } from '@finauth-sdk/signing';
import { describe, expect, it } from 'vitest';
import { createRig, credentials, input, type Rig, type RigOptions, until } from './createRig.ts';
import { refuses, saysNothing, succeeds } from './faults.ts';
import { outcomeOf } from './settle.ts';

const TOTAL_MS = 5_000;
const retry = { totalTimeoutMs: TOTAL_MS };
const never = (): Promise<never> => new Promise(() => {});

describe('the time of a call ends it, whatever the caller’s own middleware is at:', () => {
  it.each<[string, Middleware, (rig: Rig) => boolean, { attempts: number; requests: number; says: string }]>([
    ['it never goes on', () => never(), () => true, { attempts: 0, requests: 0, says: 'middleware' }],
    [
      'it never ends, with the answer in hand',
      async (call, next) => (await next(call), never()),
      ({ events }) => events.some(({ type }) => type === 'answered'),
      { attempts: 1, requests: 1, says: 'A middleware of yours had not returned' },
    ],
    [
      'it lets nobody abort what is further in',
      (call, next) => next({ ...call, signal: undefined }),
      ({ server }) => server.requests.length === 1,
      { attempts: 1, requests: 1, says: 'totalTimeoutMs). It was waiting for an answer' },
    ],
  ])('%s', async (_what, layer, reached, { attempts, requests, says }) => {
    const fault = says.startsWith('A middleware') ? succeeds : saysNothing;
    const rig = await createRig({ faults: [fault], middleware: [layer], retry, timeoutMs: 60_000 });
    const call = outcomeOf(rig.finauth.getBizToken(input));
    await until(() => reached(rig));
    rig.clock.advance(TOTAL_MS - 1);
    expect(await Promise.race([call, 'under way'])).toBe('under way');
    rig.clock.advance(1);
    const outcome = await call;
    expect(outcome).toMatchObject({ ok: false, error: { name: 'FinAuthTimeoutError', attempts } });
    expect(outcome.ok === false && String(outcome.error)).toContain(says);
    expect(rig.server.requests).toHaveLength(requests);
  });

  it('names the failure that a middleware hangs after', async () => {
    const rig = await createRig({
      faults: [refuses(403, 'AUTHENTICATION_ERROR')],
      retry,
      middleware: [(call, next) => next(call).catch(never)],
    });
    const call = outcomeOf(rig.finauth.getBizToken(input));
    await until(() => rig.events.some(({ type }) => type === 'gaveUp'));
    rig.clock.advance(TOTAL_MS);
    expect(await call).toMatchObject({
      ok: false,
      error: {
        attempts: 1,
        cause: { code: 'AUTHENTICATION_ERROR' },
        message: expect.stringContaining(
          'A middleware of yours had not returned. The last attempt failed with AUTHENTICATION_ERROR',
        ) as string,
      },
    });
  });

  it('and the caller’s own abort comes first with its own reason', async () => {
    const { finauth, clock } = await createRig({ faults: [succeeds], middleware: [never], retry });
    const controller = new AbortController();
    const call = outcomeOf(finauth.getBizToken(input, { signal: controller.signal }));
    controller.abort('gone');
    expect(await call).toEqual({ ok: false, error: 'gone' });
    expect(clock.pending()).toBe(0);
  });

  it('what a middleware takes of it is not there for retries', async () => {
    const { finauth, clock, server } = await createRig({
      faults: [refuses(429, 'CONCURRENCY_LIMIT_EXCEEDED', { 'retry-after': '2' })],
      retry,
      middleware: [async (call, next) => (clock.advance(4_000), next(call))],
    });
    expect(await outcomeOf(finauth.getBizToken(input))).toMatchObject({ ok: false, error: { retryAfterMs: 2_000, attempts: 1 } });
    expect(server.requests).toHaveLength(1);
  });

  it('a middleware may go on after the call has ended well, to fill a cache', async () => {
    let inBackground: Promise<unknown> = never();
    const { finauth, server, settle } = await createRig({
      faults: [refuses(500, 'INTERNAL_ERROR'), succeeds],
      retry,
      middleware: [
        async (call, next) => {
          inBackground = next(call);
          return { status: 200, headers: new Headers(), data: { biz_token: 'cached' } };
        },
      ],
    });
    expect(await finauth.getBizToken(input)).toEqual({ biz_token: 'cached' });
    expect(await settle(inBackground)).toMatchObject({ ok: true });
    expect(server.requests).toHaveLength(2);
  });
});

describe('says what a call was waiting for', () => {
  const provider = 'It was waiting for your provider of credentials';
  const line = 'It was waiting in line: maxConcurrency may be too low';
  const answer = "It was waiting for an answer: check the network to the region's host";

  it.each<[string, RigOptions, string, string]>([
    ['the provider of the credentials', { faults: [succeeds], credentials: never }, provider, 'the call'],
    ['the provider, in one attempt', { faults: [succeeds], credentials: never, timeoutMs: TOTAL_MS / 2 }, provider, 'the attempt'],
    ['an answer', { faults: [saysNothing] }, answer, 'the call'],
    ['an answer, in one attempt', { faults: [saysNothing], timeoutMs: TOTAL_MS / 2 }, answer, 'the attempt'],
  ])('%s', async (_what, options, says, whose) => {
    const rig = await createRig({ retry: { ...retry, retries: 0 }, timeoutMs: 2 * TOTAL_MS, ...options });
    const call = outcomeOf(rig.finauth.getBizToken(input));
    await until(() => rig.clock.pending() === 2 && (options.credentials === never || rig.server.requests.length === 1));
    rig.clock.advance(whose === 'the call' ? TOTAL_MS : TOTAL_MS / 2);
    const message = expect.stringMatching(whose === 'the call' ? `totalTimeoutMs\\)\\. ${says}` : `timeoutMs\\)\\. ${says}`) as string;
    expect(await call).toMatchObject({ error: { name: 'FinAuthTimeoutError', message } });
  });

  it('an answer, and not the line in which it stood before', async () => {
    const held: (() => void)[] = [];
    const rig = await createRig({
      faults: [(socket, request) => void held.push(() => succeeds(socket, request))],
      retry,
      timeoutMs: 2 * TOTAL_MS,
      maxConcurrency: 1,
    });
    const first = rig.finauth.getBizToken(input);
    const second = outcomeOf(rig.finauth.getBizToken(input));
    await until(() => held.length === 1);
    rig.clock.advance(10);
    held[0]!();
    await first;
    await until(() => rig.server.requests.length === 2);
    rig.clock.advance(TOTAL_MS);
    expect(await second).toMatchObject({ error: { message: expect.stringContaining(answer) as string } });
  });

  it('the line, and what the attempt before failed with', async () => {
    const rig = await createRig({
      faults: [refuses(500, 'INTERNAL_ERROR'), saysNothing],
      retry,
      timeoutMs: 2 * TOTAL_MS,
      maxConcurrency: 1,
      jitter: () => 0,
    });
    const first = outcomeOf(rig.finauth.getBizToken(input));
    const second = outcomeOf(rig.finauth.getBizToken(input));
    // The second call has the slot, and the first is back in line.
    await until(() => rig.server.requests.length === 2);
    rig.clock.advance(TOTAL_MS);
    expect(await first).toMatchObject({
      error: { message: expect.stringContaining(`${line}. The last attempt failed with INTERNAL_ERROR`) as string },
    });
    expect(await second).toMatchObject({ error: { message: expect.stringContaining(answer) as string } });
  });

  it('the provider that check() asks', async () => {
    const { finauth, clock } = await createRig({ faults: [succeeds], credentials: never });
    const checked = outcomeOf(finauth.check());
    await until(() => clock.pending() === 1);
    clock.advance(10_000);
    expect(await checked).toMatchObject({ error: { message: expect.stringContaining(provider) as string } });
  });
});

describe('a call whose time is over begins nothing, where no timer has told it so:', () => {
  // As in a process that is too busy for its timers: time goes on, and none of them fires.
  const patient = { setTimeout: () => 0, clearTimeout: () => {} };

  it('after a middleware', async () => {
    const { finauth, clock, server, events } = await createRig({
      faults: [succeeds],
      timers: patient,
      retry,
      middleware: [async (call, next) => (clock.advance(TOTAL_MS), next(call))],
    });
    await expect(finauth.getBizToken(input)).rejects.toMatchObject({ name: 'FinAuthTimeoutError' });
    expect(server.connections()).toBe(0);
    expect(events.map(({ type }) => type)).toEqual(['gaveUp']);
  });

  it('after the wait for a slot', async () => {
    const { finauth, clock, server } = await createRig({ faults: [saysNothing], timers: patient, retry, maxConcurrency: 1 });
    const leaving = new AbortController();
    const first = outcomeOf(finauth.getBizToken(input, { signal: leaving.signal }));
    const second = outcomeOf(finauth.getBizToken(input));
    await until(() => server.requests.length === 1);
    clock.advance(TOTAL_MS);
    leaving.abort();
    await first;
    expect(await second).toMatchObject({
      ok: false,
      error: { name: 'FinAuthTimeoutError', attempts: 1, message: expect.stringContaining('maxConcurrency') as string },
    });
    expect(server.requests).toHaveLength(1);
  });

  it('after a slow provider of the credentials', async () => {
    const { finauth, clock, server } = await createRig({
      faults: [succeeds],
      timers: patient,
      retry,
      credentials: () => (clock.advance(TOTAL_MS), credentials),
    });
    await expect(finauth.getBizToken(input)).rejects.toMatchObject({
      name: 'FinAuthTimeoutError',
      attempts: 1,
      message: expect.stringContaining('your provider of credentials') as string,
    });
    expect(server.connections()).toBe(0);
  });

  it('and one millisecond before, it does', async () => {
    const { finauth } = await createRig({
      faults: [succeeds],
      timers: patient,
      retry,
      middleware: [async (call, next) => next(call)],
      credentials: () => credentials,
    });
    await expect(finauth.getBizToken(input)).resolves.toBeDefined();
  });
});
