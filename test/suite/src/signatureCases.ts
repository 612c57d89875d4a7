import vectors from '../../../packages/signing/vectors/signatures.json' with { type: 'json' };
import { equal, holds, thrownBy } from './assert.ts';
import type { Case, Given } from './suite.ts';

/** The signature, step by step, against vectors of another implementation and of RFC 2202. */
export function signatureCases({ signing }: Given): Case[] {
  const { canonicalize, createSigner, digest, encodeSign, FinAuthConfigError, FinAuthInputError, inspectSign, verifySign } = signing;

  const agreeing = vectors.map(({ apiKey, apiSecret, currentTime, expireTime, random, ...expected }, index): Case => ({
    name: `signature vector ${index + 1}`,
    run() {
      const raw = canonicalize({ apiKey, expireTime, currentTime, random });
      equal(raw, expected.raw, 'the raw string');
      equal(hex(digest(raw, apiSecret)), expected.digestHex, 'the digest');
      equal(encodeSign(digest(raw, apiSecret), raw), expected.sign, 'the signature');
      const lifetime = expireTime === 0 ? { singleUse: true } : { windowSeconds: expireTime - currentTime };
      equal(createSigner({ apiKey, apiSecret }, { ...lifetime, random: () => random }).sign(currentTime), expected.sign, "the signer's");
      const { digest: inspected, ...fields } = inspectSign(expected.sign);
      equal(fields, { apiKey, expireTime, currentTime, random, raw }, 'what it says');
      equal(hex(inspected), expected.digestHex, 'its digest');
      equal(verifySign(expected.sign, apiSecret, { now: () => currentTime * 1000 }), { valid: true }, 'the verdict');
    },
  }));

  const rfc = rfc2202.map(({ test, key, data, expected }): Case => ({
    name: `digest: RFC 2202, case ${test}`,
    run: () => equal(hex(digest(data, key)), expected, 'the digest'),
  }));

  const good = { apiKey: 'key', expireTime: 1_800_000_100, currentTime: 1_800_000_000, random: 1 };
  const refused = refusedFields.map(([what, wrong, says]): Case => ({
    name: `canonicalize refuses ${what}`,
    async run() {
      const { message } = await thrownBy(FinAuthConfigError, () => canonicalize({ ...good, ...wrong }));
      holds(message.includes(says), `"${message}" says "${says}"`);
    },
  }));

  const unreadable = ['', 'what is this?', 'AAAA', btoa('x'.repeat(20) + 'a=key&c=1&b=2&d=1'), `${vectors[0]!.sign}=`].map(
    (text): Case => ({
      name: `inspectSign throws on ${JSON.stringify(text)}, and verifySign says INVALID_SIGN`,
      async run() {
        const error = await thrownBy(FinAuthInputError, () => inspectSign(text));
        equal(
          error.issues.map(({ field }) => field),
          ['sign'],
        );
        equal(verifySign(text, 'secret'), { valid: false, reason: 'INVALID_SIGN' });
      },
    }),
  );

  const limits: Case = {
    name: 'canonicalize takes ten digits and a single use',
    run: () => equal(canonicalize({ ...good, expireTime: 0, random: 9_999_999_999 }), 'a=key&b=0&c=1800000000&d=9999999999'),
  };

  return [...agreeing, ...rfc, ...refused, limits, ...unreadable];
}

const filled = (value: number, length: number): Uint8Array => new Uint8Array(length).fill(value);
const larger = 'Test Using Larger Than Block-Size Key';

const rfc2202: readonly { test: number; key: string | Uint8Array; data: string | Uint8Array; expected: string }[] = [
  { test: 1, key: '\x0b'.repeat(20), data: 'Hi There', expected: 'b617318655057264e28bc0b6fb378c8ef146be00' },
  { test: 2, key: 'Jefe', data: 'what do ya want for nothing?', expected: 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79' },
  { test: 3, key: filled(0xaa, 20), data: filled(0xdd, 50), expected: '125d7342b9ac11cd91a39af48aa17b4f63f175d3' },
  {
    test: 4,
    key: Uint8Array.from({ length: 25 }, (_, index) => index + 1),
    data: filled(0xcd, 50),
    expected: '4c9007f4026250c6bc8414f9bf50c86c2d7235da',
  },
  { test: 5, key: '\x0c'.repeat(20), data: 'Test With Truncation', expected: '4c1a03424b55e07fe7f27be1d58bb9324a9a5a04' },
  { test: 6, key: filled(0xaa, 80), data: `${larger} - Hash Key First`, expected: 'aa4ae5e15272d00e95705637ce8a3b55ed402112' },
  {
    test: 7,
    key: filled(0xaa, 80),
    data: `${larger} and Larger Than One Block-Size Data`,
    expected: 'e8e99d0f45237d786d6bbaa7965c7808bbff1a91',
  },
];

const refusedFields: readonly [what: string, wrong: object, says: string][] = [
  ['an empty key', { apiKey: '' }, 'apiKey'],
  ['a key with "&"', { apiKey: 'a&b' }, 'apiKey'],
  ['a key with "="', { apiKey: 'a=b' }, 'apiKey'],
  ['a time in milliseconds', { currentTime: 1_800_000_000_000 }, 'divide by 1000'],
  ['an expiry in milliseconds', { expireTime: 1_800_000_100_000 }, 'divide by 1000'],
  ['a fraction of a second', { currentTime: 1_800_000_000.5 }, 'whole seconds'],
  ['a time before 1970', { currentTime: -1 }, 'whole seconds'],
  ['a duration where a time is due', { expireTime: 100 }, 'later than currentTime'],
  ['an expiry that is the current time', { expireTime: 1_800_000_000 }, 'later than currentTime'],
  ['a negative random', { random: -1 }, 'random'],
  ['a fractional random', { random: 0.5 }, 'random'],
  ['a random of eleven digits', { random: 10_000_000_000 }, 'random'],
];

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
