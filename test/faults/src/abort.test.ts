import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { arrival } from './arrival.ts';
import { createRig, credentials, input, type Rig, turn, until } from './createRig.ts';
import { goodAnswer, refuses, saysNothing, succeeds, writesAndStalls } from './faults.ts';
import { type Outcome, outcomeOf } from './settle.ts';

interface Phase {
  readonly phase: string;
  readonly rig: Parameters<typeof createRig>[0];
  /** What has to be under way before the call. */
  readonly before?: (rig: Rig) => Promise<void>;
  /** Brings a call that is to be aborted into its phase. */
  readonly reached: (rig: Rig) => Promise<void>;
  /** How many requests the server has had by then. */
  readonly requests: number;
  /** The call is in the hands of the caller's own middleware, so that there is nothing to tell of. */
  readonly isUntold?: boolean;
}

/** What the user's own code waits for, and gets only after the abort. */
const waiting: (() => void)[] = [];
const waits = (): Promise<void> => new Promise((resolve) => void waiting.push(resolve));

const phases: Phase[] = [
  { phase: 'right after the call', rig: { faults: [succeeds] }, reached: async () => {}, requests: 0 },
  {
    phase: 'queued',
    rig: { faults: [saysNothing], maxConcurrency: 1, retry: false },
    before: async ({ finauth, server }) => {
      void outcomeOf(finauth.getBizToken(input));
      await until(() => server.requests.length === 1);
    },
    reached: turn,
    requests: 1,
  },
  {
    phase: 'while a middleware waits before it goes on',
    rig: { faults: [succeeds], middleware: [async (call, next) => (await waits(), next(call))] },
    reached: () => until(() => waiting.length === 1),
    requests: 0,
    isUntold: true,
  },
  {
    phase: 'while a middleware waits with the answer in hand',
    rig: {
      faults: [succeeds],
      middleware: [
        async (call, next) => {
          const result = await next(call);
          await waits();
          return result;
        },
      ],
    },
    reached: () => until(() => waiting.length === 1),
    requests: 1,
    isUntold: true,
  },
  {
    phase: 'while a middleware waits before it asks again',
    rig: {
      faults: [refuses(403, 'AUTHENTICATION_ERROR'), succeeds],
      middleware: [
        async (call, next) => {
          try {
            return await next(call);
          } catch {
            await waits();
            return next(call);
          }
        },
      ],
    },
    reached: () => until(() => waiting.length === 1),
    requests: 1,
    isUntold: true,
  },
  {
    phase: 'in a provider of the credentials that never answers',
    rig: { faults: [succeeds], credentials: () => new Promise(() => {}) },
    reached: ({ events }) => until(() => events.length === 1),
    requests: 0,
  },
  {
    phase: 'in a slow provider of the credentials',
    rig: { faults: [succeeds], credentials: async () => (await waits(), credentials) },
    reached: () => until(() => waiting.length === 1),
    requests: 0,
  },
  {
    phase: 'in a provider of the credentials that is slow the second time',
    rig: { faults: [refuses(500, 'INTERNAL_ERROR'), succeeds], credentials: slowTheSecondTime() },
    reached: async ({ events, clock }) => {
      await until(() => events.at(-1)?.type === 'retrying');
      clock.advance(1_000);
      await until(() => waiting.length === 1);
    },
    requests: 1,
  },
  {
    // The handshake of TLS belongs to connecting, and this server never takes part in it.
    phase: 'connecting',
    rig: { faults: [saysNothing], overTls: true },
    reached: ({ server }) => until(() => server.connections() === 1),
    requests: 0,
  },
  { phase: 'in flight', rig: { faults: [saysNothing] }, reached: ({ server }) => until(() => server.requests.length === 1), requests: 1 },
  {
    phase: 'reading the body',
    rig: { faults: [writesAndStalls('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"biz_token":')] },
    reached: async ({ server }) => {
      await until(() => server.requests.length === 1);
      await arrival();
    },
    requests: 1,
  },
  {
    phase: 'in backoff',
    rig: { faults: [refuses(500, 'INTERNAL_ERROR')] },
    reached: ({ events }) => until(() => events.at(-1)?.type === 'retrying'),
    requests: 1,
  },
  {
    phase: 'waiting for Retry-After',
    rig: { faults: [refuses(429, 'CONCURRENCY_LIMIT_EXCEEDED', { 'retry-after': '9' })] },
    reached: ({ events }) => until(() => events.at(-1)?.type === 'retrying'),
    requests: 1,
  },
  {
    phase: 'in the second attempt',
    rig: { faults: [refuses(500, 'INTERNAL_ERROR'), saysNothing] },
    reached: async ({ events, clock, server }) => {
      await until(() => events.at(-1)?.type === 'retrying');
      clock.advance(1_000);
      await until(() => server.requests.length === 2);
    },
    requests: 2,
  },
];

const reasons: [string, unknown][] = [
  ['an error', new Error('the user went away')],
  ['a text', 'went away'],
  ['an object', { why: 'went away' }],
  ['null', null],
];

describe.each(phases)('an abort $phase', ({ rig: options, before, reached, requests, isUntold }) => {
  it.each(reasons)('rejects within a turn with the caller’s own reason, %s, and nothing more is sent', async (_what, reason) => {
    waiting.length = 0;
    const rig = await createRig(options);
    const { finauth, server, events, clock } = rig;
    await before?.(rig);
    const timers = clock.pending();
    const controller = new AbortController();
    let outcome: Outcome | undefined;
    void outcomeOf(finauth.getBizToken(input, { signal: controller.signal })).then((result) => (outcome = result));
    await reached(rig);
    expect(outcome).toBeUndefined();
    expect(server.requests).toHaveLength(requests);

    controller.abort(reason);
    await turn();
    expect(outcome).toMatchObject({ ok: false });
    expect(outcome?.ok === false && outcome.error).toBe(reason);
    if (!isUntold) expect(events.at(-1)).toMatchObject({ type: 'gaveUp', code: 'aborted' });
    expect(clock.pending()).toBe(timers);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);

    // What the caller's own code waited for, a retry that was still to come, or a place that came free, would bring a request now.
    for (const goOn of waiting.splice(0)) goOn();
    clock.advance(60_000);
    await arrival();
    expect(server.requests).toHaveLength(requests);
  });
});

it.each(['attemptStarted', 'answered', 'retrying'] as const)('an abort by a listener, at %s, ends the call there', async (type) => {
  const controller = new AbortController();
  const reason = new Error('seen enough');
  const { finauth, server, events, clock } = await createRig({
    faults: [refuses(500, 'INTERNAL_ERROR')],
    onEvent(event) {
      events.push(event);
      if (event.type === type) controller.abort(reason);
    },
  });
  await expect(finauth.getBizToken(input, { signal: controller.signal })).rejects.toBe(reason);
  await turn();
  expect(clock.pending()).toBe(0);
  clock.advance(60_000);
  await turn();
  expect(events.filter((event) => event.type === 'attemptStarted')).toHaveLength(1);
  expect(server.requests).toHaveLength(type === 'attemptStarted' ? 0 : 1);
});

it('a signal that was aborted before the call lets nothing begin', async () => {
  const { finauth, server, events } = await createRig({ faults: [succeeds] });
  const reason = new Error('too late');
  await expect(finauth.getBizToken(input, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(server.connections()).toBe(0);
  expect(events).toEqual([]);
});

it('an abort of one of two calls that were made at once rejects before the event loop turns, and nothing of it is sent', async () => {
  const { finauth, server } = await createRig({ faults: [succeeds] });
  const [controller, reason] = [new AbortController(), new Error('the user went away')];
  const before = finauth.getBizToken(input);
  const call = outcomeOf(finauth.getBizToken(input, { signal: controller.signal }));
  controller.abort(reason);
  // No turn of the event loop comes between microtasks.
  expect(await Promise.race([call, microtasks(20)])).toEqual({ ok: false, error: reason });
  await before;
  await turn();
  expect(server.requests).toHaveLength(1);
  expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
});

it('a signal that outlives its calls keeps nothing of them, and many calls may share it', async () => {
  const { finauth } = await createRig({ faults: [succeeds] });
  const { signal } = new AbortController();
  await Promise.all(Array.from({ length: 50 }, () => finauth.getBizToken(input, { signal })));
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

it('an abort after the answer changes nothing: no event, no request, and the connection serves the next call', async () => {
  const { finauth, server, events, clock } = await createRig({ faults: [succeeds] });
  const controller = new AbortController();
  expect(await finauth.getBizToken(input, { signal: controller.signal })).toEqual(goodAnswer);
  const told = [...events];
  controller.abort(new Error('too late'));
  clock.advance(60_000);
  await arrival();
  expect(events).toEqual(told);
  expect(server.requests).toHaveLength(1);
  expect(server.openSockets()).toBe(1);
  await finauth.getBizToken(input);
  expect(server.connections()).toBe(1);
});

function slowTheSecondTime(): () => Promise<typeof credentials> {
  let asked = 0;
  return async () => {
    if (++asked % 2 === 0) await waits();
    return credentials;
  };
}

async function microtasks(count: number): Promise<void> {
  for (let done = 0; done < count; done++) await undefined;
}
