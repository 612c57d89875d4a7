import { expect, it } from 'vitest';
import { createRig, input, turn, until } from './createRig.ts';
import { refuses, saysNothing, succeeds } from './faults.ts';
import type { Fault } from './faultServer.ts';
import { outcomeOf } from './settle.ts';

const CALLERS = 200;
const LIMIT = 5;

/** Answers after a while, and 403 to what comes while so many are being answered. */
function capsAt(limit: number): { fault: Fault; most: () => number } {
  let inFlight = 0;
  let most = 0;
  const fault: Fault = (socket, request) => {
    most = Math.max(most, ++inFlight);
    const answer = inFlight > limit ? refuses(403, 'CONCURRENCY_LIMIT_EXCEEDED') : succeeds;
    // Of different lengths, so that the calls do not end in the order in which they began.
    setTimeout(() => (inFlight--, answer(socket, request)), 1 + ((request.number * 7) % 5));
  };
  return { fault, most: () => most };
}

it('200 callers at a maxConcurrency of 5 never see a 403 of a server that has room for 5, and are served in order', async () => {
  const { fault, most } = capsAt(LIMIT);
  const { finauth, server, events } = await createRig({ faults: [fault], maxConcurrency: LIMIT, retry: false });
  const callers = Array.from({ length: CALLERS }, (_, index) => index + 1);
  const leaving = new AbortController();
  const gone = 150;
  const outcomes = callers.map((caller) =>
    outcomeOf(finauth.getBizToken({ liveness_id: `scene-${caller}` }, caller === gone ? { signal: leaving.signal } : {})),
  );
  await until(() => server.requests.length > 20);
  leaving.abort('no longer');
  expect(await outcomes[gone - 1]).toEqual({ ok: false, error: 'no longer' });
  const served = callers.filter((caller) => caller !== gone);

  const all = await Promise.all(outcomes);
  expect(all.filter(({ ok }) => !ok)).toHaveLength(1);
  expect(most()).toBe(LIMIT);
  expect(events.some((event) => event.type === 'answered' && event.status === 403)).toBe(false);
  expect(events.filter(({ type }) => type === 'attemptStarted').map(({ callId }) => callId)).toEqual(served);
  // On five connections at once, nobody arrives more than four places from where they stood.
  const arrived = server.requests.map(({ fields }) => Number(fields.get('liveness_id')!.slice('scene-'.length)));
  expect(arrived.toSorted((a, b) => a - b)).toEqual(served);
  for (const [place, caller] of arrived.entries()) expect(Math.abs(served.indexOf(caller) - place)).toBeLessThan(LIMIT);
});

it('the server that has room for 5 does answer 403 to the sixth', async () => {
  const { finauth } = await createRig({ faults: [capsAt(LIMIT).fault], maxConcurrency: LIMIT + 1, retry: false });
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => outcomeOf(finauth.getBizToken(input))));
  expect(outcomes.some(({ ok }) => !ok)).toBe(true);
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
