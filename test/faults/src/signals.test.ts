import { AbortController as PolyfilledController } from 'abort-controller';
import { getEventListeners } from 'node:events';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { createRig, input, until } from './createRig.ts';
import { refuses, saysNothing, succeeds } from './faults.ts';
import { outcomeOf } from './settle.ts';

interface Make {
  readonly signal: NonNullable<Parameters<Awaited<ReturnType<typeof createRig>>['finauth']['getBizToken']>[1]>['signal'] & object;
  abort(reason?: unknown): void;
}

// It comes without types.
const { JSDOM } = createRequire(import.meta.url)('jsdom') as { JSDOM: new () => { window: Pick<typeof globalThis, 'AbortController'> } };
const { AbortController: JsdomController } = new JSDOM().window;

/** The least that a signal can do. */
function bareController(): Make & { listeners: Set<() => void> } {
  const listeners = new Set<() => void>();
  const signal = {
    aborted: false,
    reason: undefined as unknown,
    addEventListener: (_type: string, listener: () => void) => void listeners.add(listener),
    removeEventListener: (_type: string, listener: () => void) => void listeners.delete(listener),
  };
  const abort = (reason: unknown): void => {
    Object.assign(signal, { aborted: true, reason });
    for (const listener of listeners) listener();
  };
  return { signal, abort, listeners };
}

const makes: [string, boolean, () => Make][] = [
  ['this runtime’s', true, () => new AbortController()],
  ['abort-controller’s', false, () => new PolyfilledController()],
  ['jsdom’s', true, () => new JsdomController()],
  ['one that is only listened to', true, bareController],
];

describe.each(makes)('a signal of another make: %s', (_whose, hasReason, make) => {
  const reason = new Error('the user went away');
  const expected = hasReason ? reason : expect.objectContaining({ name: 'AbortError' });

  it('aborts a call before it begins', async () => {
    const { finauth, server } = await createRig({ faults: [succeeds] });
    const controller = make();
    controller.abort(reason);
    expect(await outcomeOf(finauth.getBizToken(input, { signal: controller.signal }))).toEqual({ ok: false, error: expected });
    expect(server.connections()).toBe(0);
  });

  it('aborts a call in flight, one in backoff, one in line and one in a middleware', async () => {
    for (const [options, isThere] of [
      [{ faults: [saysNothing] }, ({ server }) => server.requests.length === 1],
      [{ faults: [refuses(500, 'INTERNAL_ERROR')] }, ({ events }) => events.at(-1)?.type === 'retrying'],
      [{ faults: [succeeds], middleware: [() => new Promise<never>(() => {})] }, () => true],
    ] as [Parameters<typeof createRig>[0], (rig: Awaited<ReturnType<typeof createRig>>) => boolean][]) {
      const rig = await createRig(options);
      const controller = make();
      const call = outcomeOf(rig.finauth.getBizToken(input, { signal: controller.signal }));
      await until(() => isThere(rig));
      controller.abort(reason);
      expect(await call).toEqual({ ok: false, error: expected });
      expect(rig.clock.pending()).toBe(0);
      await until(() => rig.server.requests.length === 0 || rig.server.openSockets() <= 1);
    }
  });

  it('may be handed on by a middleware, and is never handed to fetch', async () => {
    const controller = make();
    const { finauth, server } = await createRig({
      faults: [saysNothing],
      middleware: [(call, next) => next({ ...call, signal: controller.signal as AbortSignal })],
    });
    const call = outcomeOf(finauth.getBizToken(input));
    await until(() => server.requests.length === 1);
    controller.abort(reason);
    expect(await call).toEqual({ ok: false, error: expected });
  });
});

it('many calls with one signal have one listener on it while they run, and none after', async () => {
  const { finauth } = await createRig({ faults: [succeeds], maxConcurrency: 50 });
  const { signal, listeners } = bareController();
  const calls = Array.from({ length: 1_000 }, () => finauth.getBizToken(input, { signal }));
  expect(listeners.size).toBe(1);
  await Promise.all(calls);
  expect(listeners.size).toBe(0);
  await finauth.getBizToken(input, { signal });
  expect(listeners.size).toBe(0);
});

it('one abort ends all of them, each with its reason', async () => {
  const { finauth, server } = await createRig({ faults: [saysNothing], maxConcurrency: 5 });
  const controller = new AbortController();
  const calls = Array.from({ length: 100 }, () => outcomeOf(finauth.getBizToken(input, { signal: controller.signal })));
  await until(() => server.requests.length === 5);
  controller.abort('gone');
  for (const call of calls) expect(await call).toEqual({ ok: false, error: 'gone' });
  expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
});

it.each<[string, unknown]>([
  ['null', null],
  ['a function', () => {}],
  ['an object', {}],
  ['one that cannot be listened to', { aborted: false }],
  ['one that cannot be left', { aborted: false, addEventListener: () => {} }],
  ['a controller', new AbortController()],
])('%s is no signal', async (_what, signal) => {
  const { finauth, server } = await createRig({ faults: [succeeds] });
  const error = (await outcomeOf(finauth.getBizToken(input, { signal: signal as AbortSignal }))) as { error: unknown };
  expect(error).toMatchObject({ ok: false, error: { name: 'FinAuthInputError', issues: [{ field: 'signal' }] } });
  expect(server.connections()).toBe(0);
});

it('a signal whose reason cannot be read ends its call all the same, and not the process', async () => {
  const { signal, abort } = bareController();
  Object.defineProperty(signal, 'reason', {
    set: () => {},
    get: () => {
      throw new Error('no reason');
    },
  });
  const { finauth, server } = await createRig({ faults: [saysNothing] });
  const outcome = outcomeOf(finauth.getBizToken(input, { signal }));
  await until(() => server.requests.length === 1);
  abort();
  expect(await outcome).toMatchObject({ ok: false, error: { name: 'AbortError' } });
});
