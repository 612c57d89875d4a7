import { signatureScheme } from '@finauth-sdk/client';
import { describe, expect, it } from 'vitest';
import type { Call } from '../call.ts';
import { type Mistake, mistakes } from '../signature/mistakes.ts';
import { callOf } from '../testing/callOf.ts';
import { judgeExpiry, judgeReuse, judgeTimes } from './judgeExpiry.ts';

const { fields, parameters, singleUseExpireTime } = signatureScheme;
const NOW = 1_800_000_000;
const THREE_YEARS = 100_000_000;

/** A call now, with a signature of these times, in seconds. */
function call(expireTime: number, currentTime: number, seenAt?: number): Call {
  return callOf({
    at: NOW * 1000,
    sign: { apiKey: '', expireTime, currentTime, raw: Buffer.alloc(0), digest: Buffer.alloc(0) },
    ...(seenAt !== undefined && { signSeenAt: seenAt * 1000 }),
  });
}

describe('the order of the two times', () => {
  it.each([
    ['an expiry a second later', NOW + 1, NOW],
    ['a single-use signature, whatever its current time', singleUseExpireTime, singleUseExpireTime],
    ['a duration, which is judged as expired', THREE_YEARS - 1, NOW],
  ])('is right for %s', (_what, expireTime, currentTime) => {
    expect(judgeTimes(call(expireTime, currentTime))).toBeUndefined();
  });

  it.each([
    ['an expiry that is the current time', NOW, NOW],
    ['an expiry that is the current time, in the seventies', 50, 50],
    ['an expiry before the current time', NOW - 1, NOW],
    ['the shortest expiry that is too long for a duration', THREE_YEARS, NOW],
  ])('is wrong for %s', (_what, expireTime, currentTime) => {
    expect(judgeTimes(call(expireTime, currentTime))?.why).toEqual({
      mistake: 'timesOutOfOrder',
      message: mistakes.timesOutOfOrder,
      field: fields.sign,
      expected: `${parameters.expireTime} later than ${parameters.currentTime}=${currentTime}`,
      got: `${parameters.expireTime}=${expireTime}`,
    });
  });
});

describe('the expiry', () => {
  it.each([
    ['in its last second', NOW, NOW - 100],
    ['of a single-use signature', singleUseExpireTime, NOW - 100],
  ])('is not over %s', (_what, expireTime, currentTime) => {
    expect(judgeExpiry(call(expireTime, currentTime))).toBeUndefined();
  });

  it('that is a duration is to be a time', () => {
    expect(judgeExpiry(call(300, NOW))?.why).toEqual({
      mistake: 'duration',
      message: mistakes.duration,
      field: fields.sign,
      expected: `${parameters.expireTime}=${NOW + 300}`,
      got: `${parameters.expireTime}=300`,
    });
  });

  it.each<[string, Call, Mistake, string]>([
    ['how far the clock of the signer is behind', call(NOW - 20, NOW - 60), 'clockOff', 'current time is 60 s behind'],
    ['when the signature came first, if it did', call(NOW - 20, NOW - 60, NOW - 50), 'reused', 'first received 50 s ago'],
  ])('that is over tells %s', (_what, given, mistake, message) => {
    expect(judgeExpiry(given)?.why).toEqual({
      mistake,
      message: expect.stringContaining(message),
      field: fields.sign,
      expected: 'an expiry of 1800000000 or later (2027-01-15T08:00:00Z)',
      got: '1799999980 (2027-01-15T07:59:40Z), 20 s too early',
    });
  });

  it('after the current time is no duration, however small', () => {
    expect(judgeExpiry(call(100, 50))?.why.mistake).toBe('clockOff');
  });
});

describe('a second use', () => {
  it('of a single-use signature is refused', () => {
    expect(judgeReuse(call(singleUseExpireTime, NOW, NOW - 50))?.why).toEqual({
      mistake: 'reused',
      message: expect.stringContaining('already received 50 s ago'),
      field: fields.sign,
      expected: 'a signature that did not come before',
      got: 'one that did',
    });
  });

  it.each([
    ['the first use of a single-use signature', call(singleUseExpireTime, NOW)],
    ['a signature used again within its window', call(NOW + 100, NOW, NOW - 50)],
  ])('is not %s', (_what, given) => {
    expect(judgeReuse(given)).toBeUndefined();
  });
});
