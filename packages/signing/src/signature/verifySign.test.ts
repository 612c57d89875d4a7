import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSigner } from './createSigner.ts';
import { DIGEST_BYTES } from '../generated/hash.ts';
import { FinAuthConfigError, FinAuthInputError } from '../errors.ts';
import { inspectSign } from './inspectSign.ts';
import { verifySign } from './verifySign.ts';

// As fast-check's own `binary`, which first spends half a second on tables.
const codePoint = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code).toWellFormed());
const wellFormed = fc.string({ unit: codePoint, minLength: 1, maxLength: 60 });
const apiKey = wellFormed.filter((key) => !/[&=]/.test(key));
const seconds = fc.integer({ min: 0, max: 4_102_444_800 });
const random = fc.integer({ min: 0, max: 9_999_999_999 });
const windowSeconds = fc.integer({ min: 1, max: 86_400 });

const signed = fc.record({ apiKey, apiSecret: wellFormed, currentTime: seconds, random, windowSeconds });
type Signed = typeof signed extends fc.Arbitrary<infer Value> ? Value : never;

const signOf = ({ apiKey, apiSecret, currentTime, random, windowSeconds }: Signed): string =>
  createSigner({ apiKey, apiSecret }, { windowSeconds, random: () => random }).sign(currentTime);
const at = (time: number): { now: () => number } => ({ now: () => time * 1000 });

describe('a signature', () => {
  it('says what went into it, and holds within its window', () => {
    fc.assert(
      fc.property(signed, (given) => {
        const sign = signOf(given);
        const { apiKey, currentTime, random, windowSeconds } = given;
        expect(inspectSign(sign)).toMatchObject({ apiKey, currentTime, random, expireTime: currentTime + windowSeconds });
        expect(verifySign(sign, given.apiSecret, at(currentTime))).toEqual({ valid: true });
        expect(verifySign(sign, given.apiSecret, at(currentTime + windowSeconds))).toEqual({ valid: true });
        expect(verifySign(sign, given.apiSecret, at(currentTime + windowSeconds + 1))).toEqual({ valid: false, reason: 'EXPIRED_SIGN' });
      }),
    );
  });

  it('is refused under any other secret', () => {
    fc.assert(
      fc.property(signed, wellFormed, (given, other) => {
        // HMAC fills a short key up with zero bytes, so that these may stand at its end or not.
        fc.pre(other.replace(/\0+$/, '') !== given.apiSecret.replace(/\0+$/, ''));
        expect(verifySign(signOf(given), other, at(given.currentTime))).toEqual({ valid: false, reason: 'INVALID_SIGN' });
      }),
    );
  });

  it('is refused with any one of its characters changed', () => {
    fc.assert(
      fc.property(signed, fc.nat(), fc.integer({ min: 0, max: 255 }), (given, position, code) => {
        const sign = signOf(given);
        const index = position % sign.length;
        const character = String.fromCharCode(code);
        fc.pre(sign[index] !== character);
        const flipped = sign.slice(0, index) + character + sign.slice(index + 1);
        expect(verifySign(flipped, given.apiSecret, at(given.currentTime))).toEqual({ valid: false, reason: 'INVALID_SIGN' });
      }),
      { numRuns: 1_000 },
    );
  });

  it('is refused with any one byte of what it encodes flipped, the whole of one signature through', () => {
    const sign = createSigner({ apiKey: 'key', apiSecret: 'secret' }).sign(1_800_000_000);
    const bytes = Buffer.from(sign, 'base64');
    for (let index = 0; index < bytes.length; index++) {
      for (let bit = 0; bit < 8; bit++) {
        const flipped = Buffer.from(bytes);
        flipped[index]! ^= 1 << bit;
        expect(verifySign(flipped.toString('base64'), 'secret', at(1_800_000_000))).toEqual({ valid: false, reason: 'INVALID_SIGN' });
      }
    }
  });

  it('that serves once never expires by the clock', () => {
    const sign = createSigner({ apiKey: 'key', apiSecret: 'secret' }, { singleUse: true }).sign(0);
    expect(inspectSign(sign).expireTime).toBe(0);
    expect(verifySign(sign, 'secret', at(4_102_444_800))).toEqual({ valid: true });
  });
});

describe('inspectSign', () => {
  const sign = createSigner({ apiKey: 'a~key', apiSecret: 'secret' }, { random: () => 9_999_999_999 }).sign(1_800_000_000);
  const bytes = Buffer.from(sign, 'base64');
  const hexDigest = Buffer.from(bytes.subarray(0, DIGEST_BYTES).toString('hex') + bytes.subarray(DIGEST_BYTES).toString()).toString(
    'base64',
  );
  const withRaw = (raw: string): string => Buffer.concat([bytes.subarray(0, DIGEST_BYTES), Buffer.from(raw)]).toString('base64');

  it.each([
    ['nothing', '', 'length'],
    ['text that is no Base64', 'what is this?', 'base64'],
    ['the URL-safe alphabet', `${sign.slice(0, 4)}-_${sign.slice(6)}`, 'base64'],
    ['a percent-encoded signature', `${sign.slice(0, 4)}%2B${sign.slice(7)}`, 'base64'],
    ['a line break', `${sign.slice(0, 40)}\n${sign.slice(40)}`, 'base64'],
    ['missing padding', `${sign}=`, 'base64'],
    ['a digest alone', bytes.subarray(0, DIGEST_BYTES).toString('base64'), 'length'],
    ['a hex digest', hexDigest, 'raw'],
    ['its fields in another order', withRaw('a=key&c=1800000000&b=1800000100&d=1'), 'raw'],
    ['milliseconds', withRaw('a=key&b=1800000100000&c=1800000000000&d=1'), 'raw'],
    ['a random of eleven digits', withRaw('a=key&b=1800000100&c=1800000000&d=12345678901'), 'raw'],
    ['a negative random', withRaw('a=key&b=1800000100&c=1800000000&d=-1'), 'raw'],
    ['bytes that are no UTF-8', Buffer.concat([bytes.subarray(0, DIGEST_BYTES), Buffer.from([0xff, 0xfe])]).toString('base64'), 'raw'],
  ])('throws on %s, and says at which step', (_what, text, rule) => {
    const error = catchError(() => inspectSign(text));
    expect(error).toBeInstanceOf(FinAuthInputError);
    expect((error as FinAuthInputError).issues).toMatchObject([{ field: 'sign', rule }]);
    if (text.length > 10) expect((error as Error).message).not.toContain(text);
    expect(verifySign(text, 'secret')).toEqual({ valid: false, reason: 'INVALID_SIGN' });
  });

  it('throws nothing but that, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.anything()), (value) => {
        expect(catchError(() => inspectSign(value as string))).toBeInstanceOf(FinAuthInputError);
      }),
    );
  });

  it('leaves it to the caller to have a secret', () => {
    expect(() => verifySign(sign, '')).toThrow(FinAuthConfigError);
  });
});

function catchError(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
