import vectors from '../../../packages/signing/vectors/signatures.json' with { type: 'json' };
import { equal, holds, thrownBy } from './assert.ts';
import type { Case, Given } from './suite.ts';

/** The signature, step by step, against vectors of another implementation and of the RFC that the digest has. */
export function signatureCases({ client: { signatureScheme: scheme }, signing }: Given): Case[] {
  const { canonicalize, createSigner, digest, encodeSign, FinAuthConfigError, FinAuthInputError, inspectSign, verifySign } = signing;

  const agreeing = vectors.map(({ apiKey, apiSecret, currentTime, expireTime, random, ...made }, index): Case => ({
    name: `signature vector ${index + 1}`,
    run() {
      const expected = { raw: made.raw, ...made[scheme.digest] };
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

  const { name: rfcName, cases: rfcCases } = rfcs[scheme.digest];
  const rfc = rfcCases.map(({ test, key, data, expected }): Case => ({
    name: `digest: ${rfcName}, case ${test}`,
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

  const unreadable = [
    '',
    'what is this?',
    'AAAA',
    btoa('x'.repeat(scheme.digestBytes) + 'a=key&c=1&b=2&d=1'),
    `${vectors[0]![scheme.digest].sign}=`,
  ].map((text): Case => ({
    name: `inspectSign throws on ${JSON.stringify(text)}, and verifySign says INVALID_SIGN`,
    async run() {
      const error = await thrownBy(FinAuthInputError, () => inspectSign(text));
      equal(
        error.issues.map(({ field }) => field),
        ['sign'],
      );
      equal(verifySign(text, 'secret'), { valid: false, reason: 'INVALID_SIGN' });
    },
  }));

  const limits: Case = {
    name: 'canonicalize takes ten digits and a single use',
    run: () => equal(canonicalize({ ...good, expireTime: 0, random: 9_999_999_999 }), 'a=key&b=0&c=1800000000&d=9999999999'),
  };

  return [...agreeing, ...rfc, ...refused, limits, ...unreadable];
}

const filled = (value: number, length: number): Uint8Array => new Uint8Array(length).fill(value);
const counting = Uint8Array.from({ length: 25 }, (_, index) => index + 1);
const larger = 'Test Using Larger Than Block-Size Key';

interface RfcCase {
  readonly test: number;
  readonly key: string | Uint8Array;
  readonly data: string | Uint8Array;
  readonly expected: string;
}

const rfcs: Readonly<Record<'HMAC-SHA1' | 'HMAC-SHA256', { readonly name: string; readonly cases: readonly RfcCase[] }>> = {
  'HMAC-SHA1': {
    name: 'RFC 2202',
    cases: [
      { test: 1, key: '\x0b'.repeat(20), data: 'Hi There', expected: 'b617318655057264e28bc0b6fb378c8ef146be00' },
      { test: 2, key: 'Jefe', data: 'what do ya want for nothing?', expected: 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79' },
      { test: 3, key: filled(0xaa, 20), data: filled(0xdd, 50), expected: '125d7342b9ac11cd91a39af48aa17b4f63f175d3' },
      { test: 4, key: counting, data: filled(0xcd, 50), expected: '4c9007f4026250c6bc8414f9bf50c86c2d7235da' },
      { test: 5, key: '\x0c'.repeat(20), data: 'Test With Truncation', expected: '4c1a03424b55e07fe7f27be1d58bb9324a9a5a04' },
      { test: 6, key: filled(0xaa, 80), data: `${larger} - Hash Key First`, expected: 'aa4ae5e15272d00e95705637ce8a3b55ed402112' },
      {
        test: 7,
        key: filled(0xaa, 80),
        data: `${larger} and Larger Than One Block-Size Data`,
        expected: 'e8e99d0f45237d786d6bbaa7965c7808bbff1a91',
      },
    ],
  },
  // Without the fifth, whose digest is cut off.
  'HMAC-SHA256': {
    name: 'RFC 4231',
    cases: [
      {
        test: 1,
        key: '\x0b'.repeat(20),
        data: 'Hi There',
        expected: 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
      },
      {
        test: 2,
        key: 'Jefe',
        data: 'what do ya want for nothing?',
        expected: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
      },
      {
        test: 3,
        key: filled(0xaa, 20),
        data: filled(0xdd, 50),
        expected: '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe',
      },
      {
        test: 4,
        key: counting,
        data: filled(0xcd, 50),
        expected: '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
      },
      {
        test: 6,
        key: filled(0xaa, 131),
        data: `${larger} - Hash Key First`,
        expected: '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
      },
      {
        test: 7,
        key: filled(0xaa, 131),
        data: 'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.',
        expected: '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
      },
    ],
  },
};

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
