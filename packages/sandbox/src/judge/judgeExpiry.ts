import { signatureScheme } from '@finauth-sdk/client';
import type { Call } from '../call.ts';
import { refuseFor, type Refusal } from './ruling.ts';
import { mistakes } from '../signature/mistakes.ts';
import type { ReadSign } from '../signature/readSign.ts';

const { fields, parameters, singleUseExpireTime } = signatureScheme;

// Three years: a window of that size is no window, and a time of that size is in the seventies.
const DURATION_LIMIT_SECONDS = 100_000_000;

/**
 * The expiry has to come after the current time. Judged before the clock is looked at: times that are swapped would be so today,
 * and a clock that is off a second later. A duration is no time at all, and is over.
 */
export function judgeTimes({ sign }: Call): Refusal | undefined {
  const { expireTime, currentTime } = sign!;
  if (expireTime === singleUseExpireTime || expireTime > currentTime || isDuration(sign!)) return undefined;
  return refuseFor('INVALID_SIGN', {
    mistake: 'timesOutOfOrder',
    message: mistakes.timesOutOfOrder,
    field: fields.sign,
    expected: `${parameters.expireTime} later than ${parameters.currentTime}=${currentTime}`,
    got: `${parameters.expireTime}=${expireTime}`,
  });
}

/** The signature's time must not be over, by the sandbox's clock. Its last second counts. */
export function judgeExpiry({ sign, at, signSeenAt }: Call): Refusal | undefined {
  const { expireTime, currentTime } = sign!;
  const now = Math.floor(at / 1000);
  if (expireTime === singleUseExpireTime || now <= expireTime) return undefined;
  const field = fields.sign;
  if (isDuration(sign!)) {
    return refuseFor('EXPIRED_SIGN', {
      mistake: 'duration',
      message: mistakes.duration,
      field,
      expected: `${parameters.expireTime}=${currentTime + expireTime}`,
      got: `${parameters.expireTime}=${expireTime}`,
    });
  }
  const expected = `an expiry of ${now} or later (${inWords(now)})`;
  const got = `${expireTime} (${inWords(expireTime)}), ${now - expireTime} s too early`;
  if (signSeenAt !== undefined)
    return refuseFor('EXPIRED_SIGN', {
      mistake: 'reused',
      message: `${mistakes.reused} It was first received ${Math.round((at - signSeenAt) / 1000)} s ago.`,
      field,
      expected,
      got,
    });
  return refuseFor('EXPIRED_SIGN', {
    mistake: 'clockOff',
    message: `${mistakes.clockOff} The signature’s current time is ${now - currentTime} s behind: unless it is an old signature, so is that clock.`,
    field,
    expected,
    got,
  });
}

/** A signature that serves once must not have served. FinAuth does not say how it refuses the second use: its time is over. */
export function judgeReuse({ sign, at, signSeenAt }: Call): Refusal | undefined {
  if (sign!.expireTime !== singleUseExpireTime || signSeenAt === undefined) return undefined;
  return refuseFor('EXPIRED_SIGN', {
    mistake: 'reused',
    message: `This single-use signature was already received ${Math.round((at - signSeenAt) / 1000)} s ago. Each request has to be signed anew.`,
    field: fields.sign,
    expected: 'a signature that did not come before',
    got: 'one that did',
  });
}

function isDuration({ expireTime, currentTime }: ReadSign): boolean {
  return expireTime < DURATION_LIMIT_SECONDS && expireTime < currentTime;
}

function inWords(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
