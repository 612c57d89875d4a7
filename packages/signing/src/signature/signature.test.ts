import { describe, expect, it } from 'vitest';
import vectors from '../../vectors/signatures.json' with { type: 'json' };
import { canonicalize, checkRandom } from './canonicalize.ts';
import { createSigner } from './createSigner.ts';
import { encodeSign } from './encodeSign.ts';
import { digest } from './digest.ts';
import { FinAuthConfigError } from '../errors.ts';
import { inspectSign } from './inspectSign.ts';
import { verifySign } from './verifySign.ts';

// The vectors, and what canonicalize refuses, stand in test/suite: they are tried on every runtime. Here only that the vectors are many enough.
it('has vectors for keys and secrets of 1 to 200 bytes, secrets that are not ASCII, times from 0 to past 2038, and randoms of 1 to 10 digits', () => {
  const bytesOf = (text: string): number => Buffer.byteLength(text);
  for (const field of ['apiKey', 'apiSecret'] as const) {
    const lengths = vectors.map((vector) => bytesOf(vector[field]));
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([1, 200]);
    // On either side of a block of the hash, past which HMAC digests its key.
    if (field === 'apiSecret') for (const length of [63, 64, 65]) expect(lengths).toContain(length);
  }
  expect(vectors.some(({ apiSecret }) => bytesOf(apiSecret) > apiSecret.length)).toBe(true);
  const times = vectors.map(({ currentTime }) => currentTime);
  expect(Math.min(...times)).toBe(0);
  expect(Math.max(...times)).toBeGreaterThan(2 ** 31);
  expect(times.some((time) => time > Date.UTC(2024) / 1000 && time < 2 ** 31)).toBe(true);
  const digits = new Set(vectors.map(({ random }) => String(random).length));
  expect([...digits].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

describe('createSigner', () => {
  const credentials = { apiKey: 'key', apiSecret: 'secret' };

  it.each([
    ['an empty secret', { apiKey: 'key', apiSecret: '' }, {}, 'apiSecret'],
    ['a key with "&" in it', { apiKey: 'a&b', apiSecret: 'secret' }, {}, 'apiKey'],
  ])('refuses %s before anything is signed', (_what, given, options, says) => {
    expect(() => createSigner(given, options)).toThrow(FinAuthConfigError);
    expect(() => createSigner(given, options)).toThrow(says);
  });

  it('refuses a random of more than ten digits', () => {
    expect(() => createSigner(credentials, { random: () => 10_000_000_000 }).sign()).toThrow('at most 10 decimal digits');
  });

  it('takes its clock in milliseconds, as Date.now gives them, and a time to sign for in seconds or as a Date', () => {
    const options = { random: () => 7, now: () => 1_800_000_000_999 };
    const sign = createSigner(credentials, options).sign();
    expect(createSigner(credentials, options).sign(1_800_000_000)).toBe(sign);
    expect(createSigner(credentials, options).sign(new Date(1_800_000_000_001))).toBe(sign);
    const next = createSigner(credentials, options).sign(1_800_000_001);
    expect(next).not.toBe(sign);
    expect(createSigner(credentials, options).sign(new Date(1_800_000_001_999))).toBe(next);
  });

  it('draws a new random number that the scheme allows for each signature', () => {
    const signer = createSigner(credentials);
    const signs = Array.from({ length: 1_000 }, () => signer.sign(1_800_000_000));
    expect(new Set(signs).size).toBe(1_000);
    for (const sign of signs) checkRandom(Number(/d=(\d+)$/.exec(atob(sign))![1]));
  });
});

describe('one signer', () => {
  const credentials = { apiKey: 'schlüssel', apiSecret: 'secret' };

  it('signs each time and random afresh, in any order, as a new signer would', () => {
    const numbers = [7, 9_999_999_999, 0, 1_234_567_890, 99_999, 100_000];
    const times = [1_800_000_000, 1_800_000_000, 1_800_000_001, 999, 1_800_000_000, 99_999_999_000];
    let draw = 0;
    const signer = createSigner(credentials, { windowSeconds: 100, random: () => numbers[draw++ % numbers.length]! });
    for (const [index, time] of [...times, ...times].entries()) {
      const random = numbers[index % numbers.length]!;
      const raw = canonicalize({ apiKey: credentials.apiKey, expireTime: time + 100, currentTime: time, random });
      expect(signer.sign(time)).toBe(encodeSign(digest(raw, credentials.apiSecret), raw));
    }
  });

  it('signs right after a time or a random that it refused', () => {
    let random = 1;
    const signer = createSigner(credentials, { random: () => random });
    const before = signer.sign(1_800_000_000);
    expect(() => signer.sign(Number.NaN)).toThrow('currentTime');
    expect(() => signer.sign(1_800_000_000_000)).toThrow('divide by 1000');
    random = -1;
    expect(() => signer.sign(1_800_000_000)).toThrow('random');
    random = 1;
    expect(signer.sign(1_800_000_000)).toBe(before);
  });
});

it('draws random numbers from the whole range', () => {
  const signer = createSigner({ apiKey: 'key', apiSecret: 'secret' });
  const numbers = Array.from({ length: 2_000 }, () => Number(/d=(\d+)$/.exec(atob(signer.sign(1_800_000_000)))![1]));
  // Each tenth of it is missed by all of them once in 10⁹¹ runs.
  expect(new Set(numbers.map((number) => Math.floor(number / 1e9))).size).toBe(10);
});

describe('a random number that begins with zeros, as the one on the vendor’s pages does', () => {
  const fields = { apiKey: 'key', expireTime: 1_559_893_314, currentTime: 1_559_893_214, random: '0799687066' };
  const raw = 'a=key&b=1559893314&c=1559893214&d=0799687066';

  it('is signed as it is written, and read back so', () => {
    expect(canonicalize(fields)).toBe(raw);
    const sign = encodeSign(digest(raw, 'secret'), raw);
    const { digest: _digest, raw: read, ...inspected } = inspectSign(sign);
    expect(inspected).toEqual(fields);
    expect(canonicalize(inspected)).toBe(read);
    expect(verifySign(sign, 'secret', { now: () => 1_559_893_250_000 })).toEqual({ valid: true });
  });

  it.each([
    ['0', 0],
    ['7', 7],
    ['00', '00'],
    ['0000000000', '0000000000'],
    ['9999999999', 9_999_999_999],
  ])('%s is read as %j', (written, random) => {
    const text = canonicalize({ ...fields, random: written });
    expect(text.endsWith(`&d=${written}`)).toBe(true);
    const read = inspectSign(encodeSign(digest(text, 'secret'), text));
    expect(read.random).toBe(random);
    expect(canonicalize(read)).toBe(text);
  });

  it.each(['', '01234567890', '-1', '+1', '1e3', ' 1', '1 ', '1.5', '0x1', '٣', '1\n'])('%j is refused', (random) =>
    expect(() => canonicalize({ ...fields, random })).toThrow('random must be a whole number'),
  );

  it('is not for a signer’s own source of them, which gives numbers', () => {
    const random = (() => '0799687066') as unknown as () => number;
    expect(() => createSigner({ apiKey: 'key', apiSecret: 'secret' }, { random }).sign()).toThrow(FinAuthConfigError);
  });
});

it('refuses an expiry that is not later than the time it is signed at', () => {
  const fields = { apiKey: 'key', currentTime: 1_800_000_000, random: 1 };
  for (const expireTime of [1_799_999_999, 1_800_000_000])
    expect(() => canonicalize({ ...fields, expireTime })).toThrow('expireTime must be later than currentTime');
  expect(canonicalize({ ...fields, expireTime: 1_800_000_001 })).toContain('b=1800000001');
});
