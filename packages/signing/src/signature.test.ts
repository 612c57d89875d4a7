import { describe, expect, it } from 'vitest';
import vectors from '../vectors/signatures.json' with { type: 'json' };
import { canonicalize, checkRandom } from './canonicalize.ts';
import { createSigner } from './createSigner.ts';
import { encodeSign } from './encodeSign.ts';
import { digest } from './digest.ts';
import { FinAuthConfigError } from './errors.ts';

// The vectors, and what canonicalize refuses, stand in test/suite: they are tried on every runtime. Here only that the vectors are many enough.
it('has vectors for keys and secrets of 1 to 200 bytes, secrets that are not ASCII, times from 0 to past 2038, and randoms of 1 to 10 digits', () => {
  const bytesOf = (text: string): number => Buffer.byteLength(text);
  for (const field of ['apiKey', 'apiSecret'] as const) {
    const lengths = vectors.map((vector) => bytesOf(vector[field]));
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([1, 200]);
    // On either side of a block of SHA-1, past which HMAC digests its key.
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
    const signer = createSigner(credentials, { random: () => numbers[draw++ % numbers.length]! });
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
