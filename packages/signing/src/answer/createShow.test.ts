import { servers } from '@finauth-sdk/client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carried } from '../../../../test/faults/src/carried.ts';
import { transformations } from '../../../../test/faults/src/transformations.ts';
import type { SignedCall } from '../call.ts';
import { createShow, type Form } from './createShow.ts';
import { createSigner } from '../signature/createSigner.ts';
import { inspectSign } from '../signature/inspectSign.ts';
import { vocabulary } from './vocabulary.ts';

const callWith = (apiKey: string, apiSecret: string): SignedCall => {
  const credentials = { apiKey, apiSecret };
  return {
    operation: 'getBizToken',
    callId: 1,
    credentials,
    fields: { sign: createSigner(credentials).sign(1_800_000_000) },
    headers: {},
    attempt: 1,
    clockOffsetMs: 0,
    signal: undefined,
  };
};

const call = callWith('d5Kq-an-ordinary-key', 'Zr8-an-ordinary-secret-of-36-letters');
const show = (text: string, form: Form): string => createShow(call)(text, form);

describe('what a gateway says stays useful', () => {
  it.each([
    [
      '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center><hr>nginx/1.18.0</body>',
      '502 bad gateway nginx',
    ],
    ['<h1>502 Bad Gateway</h1><hr><center>nginx</center>', '502 bad gateway nginx'],
    ['Request Entity Too Large', 'request too large…'],
    ['upstream request timeout', 'upstream request timeout'],
    ['{"message":"Internal server error"}', 'internal server error…'],
    ['error code: 1020', 'error code 1020'],
    ['\r\n\t '.repeat(900) + 'Not found', 'not found'],
    ['NOT FOUND', 'NOT FOUND'],
    ['short and stout', 'and…'],
    ['ÄÖÜ', ''],
  ])('%s', (text, shown) => expect(show(text, 'any')).toBe(shown));
});

describe('a code or a reason that nobody has listed is shown', () => {
  it.each([
    ['MORE_RETRY_TIMES', 'MORE_RETRY_TIMES'],
    ['QUOTA_REACHED', 'QUOTA_REACHED'],
    ['IP_BLOCKED', 'IP_BLOCKED'],
    ['SOMETHING_NEW', 'SOMETHING_NEW'],
    ['REGION_MISMATCH', 'REGION_MISMATCH'],
    ['DATA_EXPIRED', 'DATA_EXPIRED'],
    ['liveness_id', 'liveness_id'],
    ['image_ref1', 'image_ref1'],
    ['too many calls', 'too many calls'],
    ['the key is expired', 'the key is expired'],
    // As much of it as is no room for a secret.
    ['SUBSCRIPTION_SUSPENDED', 'SUBSCRIPTIO…'],
    ['PHASE_OF_THE_MOON', 'PHASE_OF_THE_M…'],
    ['签名已过期', '…'],
  ])('%s as %s', (text, shown) => expect(show(text, 'own')).toBe(shown));
});

describe('of a URL neither login nor query nor fragment is shown', () => {
  it.each<[string, Form, string]>([
    ['GET https://api.example/v1?pin=1234&x failed', 'any', 'failed…'],
    ['connect to //user:pass!4711@proxy refused', 'any', 'connect to proxy refused'],
    ['/cb#code=4711 not found', 'any', 'not found…'],
    ['/cb?a=4711', 'own', 'cb'],
    ['"/a?x=1","code":1020', 'any', 'code 1020…'],
    // These are no URL's.
    ['error #1020', 'any', 'error 1020'],
    ['is it blocked? 1020', 'any', 'is it blocked 1020'],
    ['a@b.test is invalid', 'own', 'a b test is invalid'],
  ])('%s, as %s', (text, form, shown) => expect(show(text, form)).toBe(shown));
});

describe('IDs', () => {
  it.each([
    ['1531397037,c1223c5b-c2f6-4bb7-8cbb-8993497ddbe0'],
    ['1800000012,00000000-0000-4000-8000-000000000000'],
    ['9b1f4e60-73c8-4f0e-8a55-c0d2e6a1b394'],
    ['request-1'],
  ])("%s, in FinAuth's form or short, is shown", (id) => expect(show(id, 'id')).toBe(id));

  it.each([
    ['0123456789abcdef'.repeat(2), '0123456789…'],
    ['req_011CSHoEeqs5C35K2UUqR7Fy', 'req_011CSH…'],
    ['签名', '…'],
  ])('of another, such as %s, the beginning is', (id, shown) => expect(show(id, 'id')).toBe(shown));

  it('of FinAuth are not withheld by chance', () => {
    const id = fc.noBias(fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 30, maxLength: 30, size: 'max' })).map((digits) => {
      const hex = digits.map((digit) => digit.toString(16)).join('');
      return hex.replace(/^(.{8})(.{4})(.{3})(.{3})(.{12})$/, '1531397037,$1-$2-4$3-a$4-$5');
    });
    const withheld = fc.sample(id, { numRuns: 20_000, seed: 20 }).filter((it) => show(it, 'id') !== it);
    expect(withheld.length).toBeLessThanOrEqual(6);
  });
});

it.each([['127.0.0.1:443'], ['::1:443'], [new URL(servers.sgp.url).host], ['proxy.corp.example:3128']])('the host %s is shown', (host) =>
  expect(show(host, 'host')).toBe(host),
);
it.each([['a b'], ['a/b?sign=c'], ['x'.repeat(61)], ['é.example']])('the host %s is none', (host) => expect(show(host, 'host')).toBe(''));

describe('a secret as it is withholds the whole text', () => {
  it.each<[string, string, string]>([
    ['the secret', 'no api_key Zr8-an-ordinary-secret-of-36-letters', ''],
    ['the key', 'no api_key d5Kq-an-ordinary-key', ''],
    ['a piece of ten', 'no Zr8anOrdinary', ''],
    ['a piece of ten, scattered', 'no z r 8 a n o r d i n', ''],
    ['the digest', 'expected ', Buffer.from(inspectSign(call.fields['sign'] as string).digest).toString('hex')],
    ['the signature', 'expected ', call.fields['sign'] as string],
  ])('%s', (_what, text, more) => {
    for (const form of ['own', 'any', 'id', 'host'] as const) expect(show(text + more, form)).toBe('[withheld: it repeats a secret]');
  });

  it.each([
    ['abc123', 's3cr3t', 'no api_key s3cr3t', '[withheld: it repeats a secret]'],
    ['test', 'key', 'the test key', 'the test key'],
  ])('a short one too, if it has six characters: %s, %s', (key, secret, text, shown) =>
    expect(createShow(callWith(key, secret))(text, 'any')).toBe(shown),
  );
});

describe('all that can be shown of one error says less than twelve characters of Base64', () => {
  const TWELVE_CHARACTERS = 12 * 6;

  /** The logarithm of how many different texts there are: of words at their price, and of at most so many other tokens, each with its cost and what it says. */
  function bitsOf(
    budget: number,
    words: readonly (readonly [cost: number, bits: number])[],
    most: number,
    others: readonly (readonly [cost: number, bits: number])[],
  ): number {
    const PER_BIT = 50;
    const size = budget * PER_BIT + 1;
    // By how many other tokens there are, and by the bits that are spent.
    const ways = Array.from({ length: most + 1 }, (_, used) =>
      Array.from({ length: size }, (_, at): number => (used === 0 && at === 0 ? 1 : 0)),
    );
    for (let at = 1; at < size; at++)
      for (let used = 0; used <= most; used++) {
        const add = ([cost, bits]: readonly [number, number], from: number): void => {
          const before = at - Math.floor(cost * PER_BIT);
          if (from >= 0 && before >= 0) ways[used]![at]! += 2 ** bits * ways[from]![before]!;
        };
        for (const word of words) add(word, used);
        for (const other of others) add(other, used - 1);
      }
    return Math.log2(ways.flat().reduce((sum, one) => sum + one));
  }

  it('counted', () => {
    const wordBits = Math.log2(vocabulary().size);
    // A token of so many characters, each a letter of one case or a digit; or each a capital.
    const tokensOf = (cost: number, letters: number) =>
      Array.from({ length: 11 }, (_, at) => [cost * (at + 1), (at + 1) * Math.log2(letters)] as const);
    const short = [...vocabulary().keys()].filter((word) => word.length <= 3);
    const wordsAt = (cost: number) => [
      [wordBits, wordBits] as const,
      ...[2, 3].map((length) => [cost * length, Math.log2(short.filter((word) => word.length === length).length)] as const),
    ];
    // One more for whether it ends in what was left out, and one for the two kinds.
    const END = 2;
    const kinds = [
      [6, 36],
      [5.5, 26],
    ] as const;
    for (const [cost, letters] of kinds)
      expect(bitsOf(64, wordsAt(cost), 3, tokensOf(cost, letters)) + END).toBeLessThan(TWELVE_CHARACTERS);
  });

  it('and that is what is counted with: sixty-four bits, a word of the vocabulary, six for a character, or five and a half for a capital', () => {
    const words = [...vocabulary().keys()];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.stringMatching(/^[a-z\d]{1,20}$/)), { maxLength: 30 }), (tokens) => {
        for (const form of ['own', 'any'] as const) {
          const shown = show(tokens.join(' '), form).replace('…', '').split(' ');
          const bits = shown.map((token) =>
            token.length > 3 && vocabulary().has(token.toLowerCase())
              ? Math.log2(words.length)
              : (/[^A-Z]/.test(token) ? 6 : 5.5) * token.length,
          );
          expect(bits.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(64.001);
        }
      }),
    );
  });

  it('of all its texts together', () => {
    const one = createShow(call);
    expect([one('ABCDEFGHIJK', 'own'), one('LMNOPQ', 'own'), one('request-1', 'id')]).toEqual(['ABCDEFGHIJK', '…', '…']);
  });
});

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
// By chance alone: a secret such as AAAA… is in every text.
const credential = fc
  .noShrink(fc.noBias(fc.array(fc.constantFrom(...LETTERS, '-', '_', '+', '/'), { minLength: 20, maxLength: 40, size: 'max' })))
  .map((all) => all.join(''));

// More of them, and others at each run: FINAUTH_FUZZ=200.
const runs = Number(process.env['FINAUTH_FUZZ'] ?? 4);
const seed = process.env['FINAUTH_FUZZ'] === undefined ? 20 : Date.now();

describe(`nobody reads twelve characters of a secret (seed ${seed})`, () => {
  it.each(Object.entries(transformations))('%s', (_how, write) => {
    for (const [apiKey, apiSecret] of fc.sample(fc.tuple(credential, credential), { numRuns: runs, seed })) {
      const signed = callWith(apiKey, apiSecret);
      const sign = signed.fields['sign'] as string;
      for (const [what, bytes, length] of [
        ['secret', Buffer.from(apiSecret), apiSecret.length],
        ['key', Buffer.from(apiKey), apiKey.length],
        ['signature', Buffer.from(sign), sign.length],
        ['digest', Buffer.from(inspectSign(sign).digest), 28],
      ] as const) {
        const written = write(bytes);
        // Bytes that are no text say nothing as one.
        if (what === 'digest' && [...written].some((sign) => !/[\t-\r -~\u0100-\u{10ffff}]/u.test(sign))) continue;
        for (const text of [written, `expected ${written}, and got another`, `<p>${written}</p>`])
          for (const form of ['own', 'any', 'id'] as const) {
            const shown = createShow(signed)(text, form);
            expect(carried(shown, written, length) >= 12 ? shown : '', `as ${form}, the ${what}: ${text}`).toBe('');
          }
      }
    }
  });
});
