import { expect, it } from 'vitest';
import { createRig, input, turn, until } from './createRig.ts';
import { refuses, saysNothing, succeeds } from './faults.ts';
import type { Fault } from './faultServer.ts';
import { outcomeOf } from './settle.ts';

const CALLERS = 200;
const LIMIT = 5;

/**
 * A server with room for `room` requests, which answers 403 to one more. It answers one request once `crowd` are in flight, or once all calls have come: so
 * requests overlap on a machine of any speed, and a client that never has `crowd` in flight hangs.
 */
function hasRoomFor(room: number, { crowd, calls }: { crowd: number; calls: number }): { fault: Fault; most: () => number } {
  const waiting: (() => void)[] = [];
  let came = 0;
  let most = 0;
  const fault: Fault = (socket, request) => {
    const inFlight = waiting.length + 1;
    most = Math.max(most, inFlight);
    came++;
    if (inFlight > room) refuses(403, 'CONCURRENCY_LIMIT_EXCEEDED')(socket, request);
    else waiting.push(() => succeeds(socket, request));
    // Not at once, so that one request too many has time to show itself; and not in order of arrival.
    if (inFlight >= crowd) setTimeout(() => waiting.splice((came * 7) % waiting.length, 1)[0]?.(), 1);
    if (came === calls) setTimeout(() => waiting.splice(0).forEach((answer) => answer()), 1);
  };
  return { fault, most: () => most };
}

it('200 callers at a maxConcurrency of 5 never see a 403 of a server that has room for 5, and each begins in its turn', async () => {
  const callers = Array.from({ length: CALLERS }, (_, index) => index + 1);
  const gone = 150;
  const served = callers.filter((caller) => caller !== gone);
  const leaving = new AbortController();
  const { fault, most } = hasRoomFor(LIMIT, { crowd: LIMIT, calls: served.length });
  const { finauth, server, events } = await createRig({
    faults: [
      (socket, request) => {
        if (request.number === 20) leaving.abort('no longer');
        fault(socket, request);
      },
    ],
    maxConcurrency: LIMIT,
    retry: false,
  });
  const outcomes = await Promise.all(
    callers.map((caller) =>
      outcomeOf(finauth.getBizToken({ liveness_id: `scene-${caller}` }, caller === gone ? { signal: leaving.signal } : {})),
    ),
  );
  expect(outcomes[gone - 1]).toEqual({ ok: false, error: 'no longer' });
  expect(outcomes.filter(({ ok }) => !ok)).toHaveLength(1);
  expect(most()).toBe(LIMIT);
  expect(events.some((event) => event.type === 'answered' && event.status === 403)).toBe(false);
  // In order is how the client sends them. How they arrive over five connections is up to the network.
  expect(events.filter(({ type }) => type === 'attemptStarted').map(({ callId }) => callId)).toEqual(served);
  const arrived = server.requests.map(({ fields }) => Number(fields.get('liveness_id')!.slice('scene-'.length)));
  expect(arrived.toSorted((a, b) => a - b)).toEqual(served);
});

it('the server that has room for 5 does answer 403 to the sixth', async () => {
  const { fault, most } = hasRoomFor(LIMIT, { crowd: LIMIT + 1, calls: 50 });
  const { finauth } = await createRig({ faults: [fault], maxConcurrency: LIMIT + 1, retry: false });
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => outcomeOf(finauth.getBizToken(input))));
  const failures = outcomes.filter(({ ok }) => !ok);
  expect(most()).toBe(LIMIT + 1);
  expect(failures.length).toBeGreaterThan(0);
  for (const failure of failures) expect(failure).toMatchObject({ error: { code: 'CONCURRENCY_LIMIT_EXCEEDED' } });
});

it('an aborted waiter is passed over, and those behind it move up', async () => {
  const { finauth, server, clock } = await createRig({ faults: [saysNothing, succeeds], maxConcurrency: 1, retry: false });
  const first = outcomeOf(finauth.getBizToken({ liveness_id: 'first' }));
  const leaving = new AbortController();
  const second = outcomeOf(finauth.getBizToken({ liveness_id: 'second' }, { signal: leaving.signal }));
  const third = finauth.getBizToken({ liveness_id: 'third' });
  await until(() => server.requests.length === 1);
  leaving.abort('gone');
  expect(await second).toEqual({ ok: false, error: 'gone' });
  clock.advance(10_000);
  await first;
  await third;
  expect(server.requests.map(({ fields }) => fields.get('liveness_id'))).toEqual(['first', 'third']);
});

it('a call that is aborted at the very moment of being let through begins nothing', async () => {
  const leaving = new AbortController();
  const told: string[] = [];
  const { finauth, server, clock } = await createRig({
    faults: [refuses(500, 'INTERNAL_ERROR'), succeeds],
    maxConcurrency: 1,
    onEvent({ type, callId }) {
      told.push(`${type} ${callId}`);
      // The first call has just given its place to the second, which has not gone on yet.
      if (type === 'retrying') leaving.abort('gone');
    },
  });
  const first = finauth.getBizToken({ liveness_id: 'first' });
  const second = outcomeOf(finauth.getBizToken({ liveness_id: 'second' }, { signal: leaving.signal }));
  expect(await second).toEqual({ ok: false, error: 'gone' });
  expect(told).not.toContain('attemptStarted 2');
  clock.advance(300);
  await first;
  expect(server.requests.map(({ fields }) => fields.get('liveness_id'))).toEqual(['first', 'first']);
});

it('a call that finds a place has not waited for one, however long a busy process takes to go on with it', async () => {
  let time = 0;
  const { finauth, events } = await createRig({ faults: [succeeds], maxConcurrency: 1, now: () => (time += 5), timers: globalThis });
  await finauth.getBizToken(input);
  expect(events.at(-1)).toMatchObject({ type: 'succeeded', waitedMs: 0 });
});

it('a call that pauses before a retry holds no place', async () => {
  const { finauth, server, events, clock } = await createRig({ faults: [refuses(500, 'INTERNAL_ERROR'), succeeds], maxConcurrency: 1 });
  const first = finauth.getBizToken({ liveness_id: 'first' });
  await until(() => events.at(-1)?.type === 'retrying');
  await finauth.getBizToken({ liveness_id: 'second' });
  clock.advance(300);
  await first;
  expect(server.requests.map(({ fields }) => fields.get('liveness_id'))).toEqual(['first', 'second', 'first']);
});

it('a call whose time is over while it waits asks FinAuth nothing', async () => {
  const { finauth, server, clock } = await createRig({ faults: [saysNothing], maxConcurrency: 1, timeoutMs: 60_000 });
  const first = outcomeOf(finauth.getBizToken(input));
  await until(() => server.requests.length === 1);
  const second = outcomeOf(finauth.getBizToken(input, { retry: { totalTimeoutMs: 5_000 } }));
  await turn();
  clock.advance(5_000);
  expect(await second).toMatchObject({ ok: false, error: { name: 'FinAuthTimeoutError' } });
  clock.advance(40_000);
  expect(await first).toMatchObject({ ok: false, error: { name: 'FinAuthTimeoutError', attempts: 1 } });
  await turn();
  expect(server.requests).toHaveLength(1);
});
