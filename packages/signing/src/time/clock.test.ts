import { exampleAnswers } from '@finauth-sdk/client/examples';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFinAuth, type FinAuth } from '../createFinAuth.ts';
import { inspectSign } from '../signature/inspectSign.ts';
import type { FinAuthOptions } from '../options/options.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const YEAR = 365 * 24 * HOUR;
const START = Date.UTC(2026, 0, 15, 12);

/** What goes wrong with one answer. */
interface Disturbance {
  /** It says EXPIRED_SIGN, whatever the signature. */
  readonly isStray?: boolean;
  /** It is another failure, with this reason. */
  readonly fails?: string;
  /** How far from the server's time its Date is; null for none. */
  readonly dateOffMs?: number | null;
  /** How long a cache has kept it: its Date is as old, and an Age says so. */
  readonly ageSeconds?: number;
  /** How long it is under way after it was dated. */
  readonly takesMs?: number;
  /** By how much the local clock is set while it is under way. */
  readonly localStepMs?: number;
}

type Judge = 'by the window' | 'by the window, the future by INVALID_SIGN' | 'by the expiry alone';

interface World {
  readonly state: { localAheadMs: number; serverAheadMs: number; requests: number };
  readonly finauth: FinAuth;
  readonly signs: readonly string[];
  /** The offsets that were told of. */
  readonly corrections: readonly number[];
  /** Makes a call, the first answers to which are disturbed. */
  call(...disturbances: readonly Disturbance[]): Promise<{ ok: boolean; requests: number }>;
  /** How far from the server's clock the last signature was dated, in milliseconds. */
  lastSignOffMs(): number;
}

/** A server and a client, each with a clock of its own. */
function createWorld(judge: Judge, windowSeconds: number, options: FinAuthOptions = {}): World {
  // True time, which nobody knows.
  let time = START;
  let disturbances: Disturbance[] = [];
  const state = { localAheadMs: 0, serverAheadMs: 0, requests: 0 };
  const signs: string[] = [];
  const corrections: number[] = [];
  const serverTime = (): number => time + state.serverAheadMs;

  function refusalOf(sign: string): 'EXPIRED_SIGN' | 'INVALID_SIGN' | undefined {
    const { currentTime, expireTime } = inspectSign(sign);
    const now = Math.floor(serverTime() / SECOND);
    if (now > (expireTime === 0 ? currentTime + windowSeconds : expireTime)) return 'EXPIRED_SIGN';
    if (judge === 'by the expiry alone' || currentTime <= now + windowSeconds) return undefined;
    return judge === 'by the window' ? 'EXPIRED_SIGN' : 'INVALID_SIGN';
  }

  async function answer(_url: unknown, init: RequestInit | undefined): Promise<Response> {
    const sign = (await new Request('http://server', init).formData()).get('sign') as string;
    state.requests++;
    signs.push(sign);
    const { isStray = false, fails, dateOffMs = 0, ageSeconds, takesMs = 0, localStepMs = 0 } = disturbances.shift() ?? {};
    const refusal = isStray ? 'EXPIRED_SIGN' : (fails ?? refusalOf(sign));
    const headers = new Headers();
    if (dateOffMs !== null) headers.set('date', new Date(serverTime() + dateOffMs - (ageSeconds ?? 0) * SECOND).toUTCString());
    if (ageSeconds !== undefined) headers.set('age', String(ageSeconds));
    time += takesMs;
    state.localAheadMs += localStepMs;
    if (refusal === undefined) return Response.json(exampleAnswers.getBizToken, { headers });
    return Response.json({ error: `AUTHORIZATION_ERROR: ${refusal}` }, { status: 403, headers });
  }

  const finauth = createFinAuth({
    baseUrl: 'http://127.0.0.1:9',
    credentials: { apiKey: 'key', apiSecret: 'secret' },
    windowSeconds,
    now: () => time + state.localAheadMs,
    jitter: () => 0,
    onEvent: (event) => event.type === 'clockCorrected' && corrections.push(event.offsetMs),
    fetch: answer,
    ...options,
  });
  return {
    state,
    finauth,
    signs,
    corrections,
    async call(...disturbed) {
      disturbances = [...disturbed];
      const before = state.requests;
      const ok = await finauth.getBizToken({ liveness_id: 'scene' }).then(
        () => true,
        () => false,
      );
      time += SECOND;
      return { ok, requests: state.requests - before };
    },
    lastSignOffMs: () => inspectSign(signs.at(-1)!).currentTime * SECOND - serverTime(),
  };
}

/** Timers that never fire, and with them the local clock as the measure of durations. */
const patient = { setTimeout: () => 0, clearTimeout: () => {} };

const clean = { ok: true, requests: 1 };
const judges: Judge[] = ['by the window', 'by the window, the future by INVALID_SIGN', 'by the expiry alone'];

describe.each(judges)('a server that judges %s', (judge) => {
  it(
    'after whatever happened, at most one call fails or needs a second attempt, and no signature is good for longer than its window',
    { timeout: 60_000 },
    async () => {
      const off = fc.integer({ min: -20 * HOUR, max: 20 * HOUR });
      const wrongDate = fc.oneof(fc.constantFrom(-HOUR, HOUR, YEAR, -YEAR, 600 * SECOND, null), off);
      const disturbance = fc.record<Disturbance>(
        {
          isStray: fc.boolean(),
          dateOffMs: wrongDate,
          ageSeconds: fc.integer({ min: 0, max: 86_400 }),
          takesMs: fc.integer({ min: 0, max: 9_000 }),
          localStepMs: off,
        },
        { requiredKeys: [] },
      );
      const event = fc.oneof(
        fc.record({ calls: fc.array(disturbance, { minLength: 1, maxLength: 3 }) }),
        fc.record({ local: off }),
        fc.record({ server: off }),
      );
      const windows = fc.constantFrom(3, 20, 100, 360);
      await fc.assert(
        fc.asyncProperty(
          windows,
          fc.array(event, { maxLength: 8 }),
          fc.boolean(),
          fc.boolean(),
          async (window, happens, retries, singleUse) => {
            const world = createWorld(judge, window, { singleUse, ...(!retries && { retry: false }) });
            for (const what of happens) {
              if ('calls' in what) await world.call(...what.calls);
              // The two clocks are never further apart than can be corrected.
              else if ('local' in what) world.state.localAheadMs = what.local / 2;
              else world.state.serverAheadMs = what.server / 2;
            }
            // A step in mid call may add to the others.
            world.state.localAheadMs = Math.max(-10 * HOUR, Math.min(10 * HOUR, world.state.localAheadMs));
            const outcomes = [];
            for (let call = 0; call < 5; call++) outcomes.push(await world.call());
            expect(outcomes.filter(({ ok, requests }) => !ok || requests > 1).length).toBeLessThanOrEqual(1);
            // One window of slack for who is off by less than what is refused.
            const off = world.lastSignOffMs();
            if (judge !== 'by the expiry alone') expect(Math.abs(off)).toBeLessThanOrEqual((window + 2) * SECOND);
            // What is ahead of the server only because the local clock is, no answer tells a client of that is never refused.
            else expect(off).toBeLessThanOrEqual(Math.max(0, world.state.localAheadMs - world.state.serverAheadMs) + 6 * SECOND);
          },
        ),
        { numRuns: 200, seed: 20_261_126 },
      );
    },
  );
});

describe('one wrong Date and one EXPIRED_SIGN for a good signature', () => {
  it.each<[string, Disturbance]>([
    ['an hour behind', { dateOffMs: -HOUR }],
    ['ten minutes ahead', { dateOffMs: 600 * SECOND }],
    ['a year ahead', { dateOffMs: YEAR }],
    ['a year behind', { dateOffMs: -YEAR }],
  ])('%s, cost at most that call', async (_what, disturbance) => {
    for (const judge of judges) {
      const world = createWorld(judge, 100);
      await world.call({ isStray: true, ...disturbance });
      for (let call = 0; call < 3; call++) expect(await world.call()).toEqual(clean);
      expect(Math.abs(world.lastSignOffMs())).toBeLessThanOrEqual(6 * SECOND);
    }
  });

  const proxy = { dateOffMs: -HOUR };
  const strayAtProxy = { ...proxy, isStray: true };

  it('an hour behind for good, cost two more attempts: by that Date, and without it', async () => {
    const world = createWorld('by the window', 100);
    expect(await world.call(strayAtProxy, proxy, proxy)).toEqual({ ok: true, requests: 3 });
    for (let call = 0; call < 5; call++) expect(await world.call(proxy, proxy)).toEqual(clean);
    expect(world.corrections).toEqual([-HOUR, 0]);
  });

  it('while a correction is in force, lead back to that correction', async () => {
    const world = createWorld('by the window', 100);
    world.state.localAheadMs = -HOUR;
    expect(await world.call()).toEqual({ ok: true, requests: 2 });
    expect(await world.call({ isStray: true })).toEqual({ ok: true, requests: 3 });
    expect(await world.call()).toEqual(clean);
  });

  it('where one retry is allowed, cost that call alone', async () => {
    const world = createWorld('by the window', 100, { retry: { retries: 1 } });
    expect(await world.call(strayAtProxy, proxy)).toEqual({ ok: false, requests: 2 });
    for (let call = 0; call < 3; call++) expect(await world.call(proxy)).toEqual(clean);
  });

  it('again and again, never cost more than two corrections a call, and leave nothing behind', async () => {
    const world = createWorld('by the window', 100, { retry: { retries: 9 } });
    for (let call = 0; call < 3; call++)
      expect(await world.call(...Array.from({ length: 10 }, () => strayAtProxy))).toEqual({ ok: false, requests: 3 });
    expect(await world.call(proxy)).toEqual(clean);
  });

  it('a year ahead never make a signature that is good for longer than a day and its window', async () => {
    const world = createWorld('by the expiry alone', 100);
    for (let call = 0; call < 5; call++) await world.call({ isStray: true, dateOffMs: YEAR }, { dateOffMs: YEAR });
    for (const sign of world.signs) expect(inspectSign(sign).expireTime).toBeLessThanOrEqual((START + 24 * HOUR) / SECOND + 200);
  });
});

describe('a correction', () => {
  it('ends before the first signature after the local clock is set right, and is told of', async () => {
    for (const judge of judges) {
      const world = createWorld(judge, 100);
      world.state.localAheadMs = -HOUR;
      expect(await world.call()).toEqual({ ok: true, requests: 2 });
      expect(await world.call()).toEqual(clean);
      world.state.localAheadMs = 0;
      expect(await world.call()).toEqual(clean);
      expect(Math.abs(world.lastSignOffMs())).toBeLessThanOrEqual(2 * SECOND);
      expect(world.corrections).toEqual([HOUR, 0]);
    }
  });

  it('ends with the first answer after the server’s clock is set right, refused or not, and is told of', async () => {
    for (const judge of judges) {
      const world = createWorld(judge, 100);
      world.state.serverAheadMs = HOUR;
      expect(await world.call()).toEqual({ ok: true, requests: 2 });
      expect(await world.call()).toEqual(clean);
      world.state.serverAheadMs = 0;
      await world.call();
      expect(await world.call()).toEqual(clean);
      expect(Math.abs(world.lastSignOffMs())).toBeLessThanOrEqual(2 * SECOND);
      expect(world.corrections).toEqual([HOUR, 0]);
    }
  });

  it('goes with the next refusal of a signature, also where no Date says why', async () => {
    const world = createWorld('by the window', 100);
    world.state.serverAheadMs = HOUR;
    expect(await world.call()).toEqual({ ok: true, requests: 2 });
    world.state.serverAheadMs = 0;
    expect(await world.call({ dateOffMs: null }, { dateOffMs: null })).toEqual({ ok: true, requests: 2 });
    expect(await world.call({ dateOffMs: null })).toEqual(clean);
    expect(world.corrections).toEqual([HOUR, 0]);
  });

  it('goes with the next answer of the API that disagrees, be it another failure', async () => {
    const world = createWorld('by the window', 100);
    world.state.localAheadMs = -HOUR;
    expect(await world.call()).toEqual({ ok: true, requests: 2 });
    world.state.localAheadMs = 0;
    expect(await world.call({ fails: 'DENIED' })).toEqual({ ok: false, requests: 1 });
    expect(await world.call()).toEqual(clean);
  });

  it('is made by no other failure, wherever it sees the clock', async () => {
    for (const sign of [-1, 1]) {
      const world = createWorld('by the window, the future by INVALID_SIGN', 100);
      world.state.localAheadMs = sign * HOUR;
      expect(await world.call({ fails: 'DENIED' })).toEqual({ ok: false, requests: 1 });
      expect(world.corrections).toEqual([]);
    }
  });

  it('is never of more than a day, whatever Dates lead it on', async () => {
    const world = createWorld('by the expiry alone', 100);
    world.state.localAheadMs = -24 * HOUR + 5 * SECOND;
    expect(await world.call()).toEqual({ ok: true, requests: 2 });
    for (let off = 4; off < 40; off += 4) await world.call({ dateOffMs: off * SECOND });
    for (const offset of world.corrections) expect(offset).toBeLessThanOrEqual(24 * HOUR);
    expect(world.lastSignOffMs()).toBeLessThanOrEqual(10 * SECOND);
  });

  it('follows a local clock that is set right little by little, without a refusal', async () => {
    const world = createWorld('by the window', 20);
    world.state.localAheadMs = -HOUR;
    expect(await world.call()).toEqual({ ok: true, requests: 2 });
    for (; world.state.localAheadMs < 0; world.state.localAheadMs += 3 * SECOND) expect(await world.call()).toEqual(clean);
    expect(world.corrections.at(-1)).toBe(0);
  });

  it.each<[string, FinAuthOptions]>([
    ['by a clock that nobody sets', {}],
    // To the call's own time, an hour is an hour.
    ['by the local clock alone', { timers: patient, retry: { totalTimeoutMs: 2 * HOUR } }],
  ])('is made for a clock that jumps while the call is under way, measured %s', async (_how, options) => {
    for (const step of [HOUR, -HOUR]) {
      const world = createWorld('by the window', 100, options);
      world.state.localAheadMs = -step;
      // Signed by the wrong clock, refused when it is right.
      expect(await world.call({ localStepMs: step })).toEqual({ ok: true, requests: 2 });
      expect(await world.call()).toEqual(clean);
      expect(world.corrections).toEqual([]);
      // And the other way round.
      await world.call({ localStepMs: -step });
      expect(await world.call()).toEqual({ ok: true, requests: 2 });
      expect(await world.call()).toEqual(clean);
    }
  });

  it('survives an answer that was long under way, and none is made for one', async () => {
    const world = createWorld('by the window', 20, { timers: patient, timeoutMs: 60_000 });
    world.state.localAheadMs = -HOUR;
    expect(await world.call()).toEqual({ ok: true, requests: 2 });
    expect(await world.call({ takesMs: 30 * SECOND })).toEqual(clean);
    expect(await world.call()).toEqual(clean);
    const other = createWorld('by the window', 100, { timers: patient, timeoutMs: 60_000 });
    expect(await other.call({ isStray: true, takesMs: 30 * SECOND })).toEqual({ ok: false, requests: 1 });
  });

  it.each([1, 3, 5])(
    'is made where the window is %d seconds and the clock is off by no more than it takes to be refused',
    async (window) => {
      for (const sign of [-1, 1]) {
        const world = createWorld('by the window', window);
        world.state.localAheadMs = sign * (window + 2) * SECOND;
        expect(await world.call()).toEqual({ ok: true, requests: 2 });
        expect(await world.call()).toEqual(clean);
      }
    },
  );

  it('is made for signatures that serve once', async () => {
    const world = createWorld('by the window', 3, { singleUse: true });
    world.state.localAheadMs = -5 * SECOND;
    expect(await world.call()).toEqual({ ok: true, requests: 2 });
    expect(await world.call()).toEqual(clean);
  });

  it.each<[string, number, number]>([
    ['4 s are within the tolerance', 4, 1],
    ['7 s are not', 7, 2],
    ['23 hours are corrected', 23 * 3_600, 2],
  ])('%s', async (_what, seconds, requests) => {
    for (const sign of [-1, 1]) {
      const world = createWorld('by the window', 100);
      world.state.localAheadMs = sign * seconds * SECOND;
      expect(await world.call({ isStray: true })).toMatchObject({ requests });
    }
  });

  it('is not made where the server is more than a day ahead; a clock that is ahead of the server’s is set back, however far', async () => {
    const behind = createWorld('by the window', 100);
    behind.state.localAheadMs = -25 * HOUR;
    expect(await behind.call()).toEqual({ ok: false, requests: 1 });
    const ahead = createWorld('by the window', 100);
    ahead.state.localAheadMs = 30 * YEAR;
    expect(await ahead.call()).toEqual({ ok: true, requests: 2 });
    expect(await ahead.call()).toEqual(clean);
  });

  it('is for the future too, whichever of its names a server has for it; a wrong secret is not tried again', async () => {
    const world = createWorld('by the window, the future by INVALID_SIGN', 100);
    world.state.localAheadMs = HOUR;
    expect(await world.call()).toEqual({ ok: true, requests: 2 });
    expect(await world.call()).toEqual(clean);
    const refuses: typeof fetch = async () => {
      world.state.requests++;
      return Response.json(
        { error: 'AUTHORIZATION_ERROR: INVALID_SIGN' },
        { status: 403, headers: { date: new Date(START).toUTCString() } },
      );
    };
    const wrong = createWorld('by the window', 100, { fetch: refuses });
    world.state.requests = 0;
    expect((await wrong.call()).ok).toBe(false);
    expect(world.state.requests).toBe(1);
  });
});

describe('a Date that a cache has kept', () => {
  it('is as old as its Age says', async () => {
    const world = createWorld('by the window', 100);
    expect(await world.call({ isStray: true, ageSeconds: 3_600 })).toEqual({ ok: false, requests: 1 });
    world.state.localAheadMs = -HOUR;
    expect(await world.call({ ageSeconds: 600 })).toEqual({ ok: true, requests: 2 });
    expect(await world.call()).toEqual(clean);
  });
});

it('calls at the same time each need a second attempt at most, and the correction is told of once', async () => {
  const world = createWorld('by the window', 100);
  world.state.localAheadMs = -HOUR;
  await Promise.all(Array.from({ length: 20 }, () => world.finauth.getBizToken({ liveness_id: 'scene' })));
  expect(world.state.requests).toBe(40);
  expect(world.corrections).toHaveLength(1);
  expect(await world.call()).toEqual(clean);
});
