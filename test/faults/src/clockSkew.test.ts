import { inspectSign } from '@finauth-sdk/signing';
import { describe, expect, it } from 'vitest';
import { createRig, input } from './createRig.ts';
import { answers, goodAnswer, refuses, succeeds, writesAndResets } from './faults.ts';
import type { Fault } from './faultServer.ts';

const TEN_MINUTES = 600_000;
const EXPIRED = 'AUTHORIZATION_ERROR: EXPIRED_SIGN';

/** FinAuth, whose clock is ahead of the client's by so much: refuses what is not signed for its own time, give or take 100 seconds. */
function judgesTime(aheadMs: number): Fault {
  return (socket, request) => {
    const serverNow = request.arrivedAt + aheadMs;
    const isFresh = Math.abs(inspectSign(request.sign!).currentTime * 1000 - serverNow) <= 100_000;
    const date = new Date(serverNow).toUTCString();
    (isFresh ? answers(200, goodAnswer, { date }) : refuses(403, EXPIRED, { date }))(socket, request);
  };
}

describe.each([
  ['behind', TEN_MINUTES],
  ['ahead', -TEN_MINUTES],
])('with a local clock that is 10 minutes %s', (_where, aheadMs) => {
  it('the first call succeeds by its second attempt, later calls by their first', async () => {
    const { finauth, server, events } = await createRig({ faults: [judgesTime(aheadMs)] });
    await finauth.getBizToken(input);
    expect(server.requests).toHaveLength(2);
    for (let call = 0; call < 5; call++) await finauth.getBizToken(input);
    expect(server.requests).toHaveLength(7);
    const corrections = events.filter(({ type }) => type === 'clockCorrected');
    expect(corrections).toEqual([{ type: 'clockCorrected', operation: 'getBizToken', callId: 1, attempt: 1, offsetMs: aheadMs }]);
  });

  it('calls that run at the same time each succeed by their second attempt', async () => {
    const { finauth, server, events } = await createRig({ faults: [judgesTime(aheadMs)] });
    await Promise.all(Array.from({ length: 20 }, () => finauth.getBizToken(input)));
    expect(server.requests.length).toBeLessThanOrEqual(40);
    expect(events.filter(({ type }) => type === 'clockCorrected')).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'gaveUp')).toEqual([]);
  });

  it('a call without retries fails, and the next one succeeds at once', async () => {
    const { finauth, server } = await createRig({ faults: [judgesTime(aheadMs)], retry: false });
    await expect(finauth.getBizToken(input)).rejects.toMatchObject({ detail: 'EXPIRED_SIGN', attempts: 1 });
    await finauth.getBizToken(input);
    expect(server.requests).toHaveLength(2);
  });
});

it('a clock that is set right again is followed', async () => {
  let localAhead = -TEN_MINUTES;
  const { finauth, server, clock } = await createRig({ faults: [judgesTime(0)], now: () => clock.now() + localAhead });
  await finauth.getBizToken(input);
  localAhead = 0;
  await finauth.getBizToken(input);
  await finauth.getBizToken(input);
  expect(server.requests).toHaveLength(5);
});

it('EXPIRED_SIGN is not repeated where the clocks agree', async () => {
  const { finauth, server, events } = await createRig({ faults: [refuses(403, EXPIRED)] });
  await expect(finauth.getBizToken(input)).rejects.toMatchObject({ detail: 'EXPIRED_SIGN', attempts: 1 });
  await expect(finauth.getBizToken(input)).rejects.toMatchObject({ attempts: 1 });
  expect(server.requests).toHaveLength(2);
  expect(events.some(({ type }) => type === 'clockCorrected' || type === 'retrying')).toBe(false);
});

const farAway = { date: 'Wed, 01 Jan 2020 00:00:00 GMT' };

describe('no time is learnt from', () => {
  it.each<[string, Fault]>([
    ['a success', answers(200, goodAnswer, farAway)],
    ['another failure of the API’s', refuses(500, 'INTERNAL_ERROR', farAway)],
    ['another reason of the API’s', refuses(403, 'AUTHORIZATION_ERROR: DENIED', farAway)],
    ['a limit', refuses(429, 'CONCURRENCY_LIMIT_EXCEEDED', farAway)],
    ['a gateway', answers(502, '<html>', farAway)],
    ['a gateway that speaks of EXPIRED_SIGN', answers(403, EXPIRED, farAway)],
    ['JSON of another format that speaks of EXPIRED_SIGN', answers(403, { message: EXPIRED }, farAway)],
    ['a success that speaks of EXPIRED_SIGN', answers(200, { error: EXPIRED }, farAway)],
    ['a redirect', answers(302, '', { ...farAway, location: '/' })],
    ['EXPIRED_SIGN without a Date', refuses(403, EXPIRED, { date: '' })],
    [
      'EXPIRED_SIGN with two Dates',
      (socket, request) => refuses(403, EXPIRED, { date: `${farAway.date}\r\nDate: ${farAway.date}` })(socket, request),
    ],
    [
      'EXPIRED_SIGN that is cut off',
      writesAndResets(`HTTP/1.1 403 No\r\nDate: ${farAway.date}\r\nContent-Length: 99\r\n\r\n{"error":"${EXPIRED}"`),
    ],
  ])('%s', async (_what, fault) => {
    const { finauth, server, events, settle } = await createRig({ faults: [fault] });
    await settle(finauth.getBizToken(input));
    server.play(succeeds);
    await settle(finauth.getBizToken(input));
    expect(events.filter(({ type }) => type === 'clockCorrected')).toEqual([]);
    for (const { sign, arrivedAt } of server.requests) expect(inspectSign(sign!).currentTime).toBe(Math.floor(arrivedAt / 1000));
  });
});
