import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transformations } from '../../../test/faults/src/transformations.ts';
import type { SignedCall } from './call.ts';
import { createSigner } from './createSigner.ts';
import { inspectSign } from './inspectSign.ts';
import { showId, showText } from './showText.ts';

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

it.each([
  [
    'request to http://host/path?sign=abc%2Bd&uuid=somebody failed, reason: connect ECONNREFUSED',
    'request to http://host/path?… failed, reason: connect ECONNREFUSED',
  ],
  ['{"url":"https://host/path?uuid=somebody"}', '{"url":"https://host/path?…"}'],
  ['Is it there? a=b', 'Is it there? a=b'],
])('shows no query of a URL: %s', (text, shown) => {
  expect(showText(text, call)).toBe(shown);
});

describe('useful texts are shown', () => {
  it.each([
    ['BAD_ARGUMENTS: liveness_id'],
    ['AUTHORIZATION_ERROR: API_KEY_BE_DISCONTINUED'],
    ['SOMETHING_NEW'],
    ['NOT_YET_INVENTED: hmac_sha1 is not enabled for SDK 5.0.0'],
    ['constructor: __proto__'],
    ['toString'],
    ['uuid must be at most 128 bytes'],
    ['Request Entity Too Large'],
    ['upstream connect error or disconnect/reset before headers. reset reason: connection timeout'],
    ['{"message":"Internal server error"}'],
    ['connect ECONNREFUSED 127.0.0.1:443'],
    ['getaddrinfo ENOTFOUND api-sgp.yljz.com'],
    ['unable to verify the first certificate; if the root CA is installed locally, try running Node.js with --use-system-ca'],
    ["Hostname/IP does not match certificate's altnames: Host: localhost. is not in the cert's altnames: DNS:proxy.corp.example"],
    ['Client network socket disconnected before secure TLS connection was established'],
    ['Parse Error: Invalid character in chunk size'],
    ['no available server, retry on 26 Nov 2026 04:11:32 GMT'],
    ['签名已过期,请检查服务器时间'],
    ['Ungültige Anfrage: Größe überschritten'],
    ['Access denied | finauth.example used Cloudflare to restrict access'],
  ])('%s', (text) => expect(showText(text, call)).toBe(text.normalize('NFKC')));

  it.each([
    [
      '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center><hr>nginx/1.18.0</body>',
      /^502 Bad Gateway 502 Bad Gateway nginx\/1\.18\.0$/,
    ],
    [
      `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">${'<meta charset="utf-8">'.repeat(20)}<title>Blocked by Zscaler</title>`,
      /^Blocked by Zscaler$/,
    ],
    ['Ray ID: 8a1b2c3d4e5f6789 was blocked', /^Ray ID: … was blocked$/],
    ['\r\n\t '.repeat(20_000) + 'Not found', /^Not found$/],
  ])('what is said in %s', (text, shown) => expect(showText(text, call)).toMatch(shown));
});

describe("IDs in FinAuth's form, in hex and short ones are shown", () => {
  it.each([
    ['1531397037,c1223c5b-c2f6-4bb7-8cbb-8993497ddbe0'],
    ['1800000012,00000000-0000-4000-8000-000000000000'],
    ['0123456789abcdef'.repeat(4)],
    ['a'.repeat(150)],
    ['1-67891233-abcdef012345678912345678'],
    ['request-1'],
    ['Zr8'],
  ])('%s', (id) => expect(showId(id, call)).toBe(id));
});

describe('of other IDs the beginning is shown, which is enough to find one by, and too short for a piece of a secret', () => {
  it.each([
    ['req_011CSHoEeqs5C35K2UUqR7Fy', 'req_011CSHo…'],
    ['100075053113045097110045111114', '10007505311…'],
    [Buffer.from('what a server has to say').toString('hex'), '77686174206…'],
  ])('%s', (id, shown) => expect(showId(id, call)).toBe(shown));

  it.each([
    ['hex of the secret in the form of a UUID', Buffer.from('Zr8-an-ordinary-').toString('hex')],
    ['hex of the key in the form of a UUID', Buffer.from('d5Kq-an-ordinary').toString('hex')],
  ])('%s is withheld', (_what, hex) =>
    expect(showId(hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '1800000000,$1-$2-$3-$4-'), call)).toBe('[withheld: it repeats a credential]'),
  );
});

describe('a credential that is short hides no harmless text', () => {
  it.each([
    ['a', 'b', 'a b: no api_key a'],
    ['test', 'key', 'the test key has used up its calls'],
    ['demo', 'demo1', 'demo and demo1 are not secrets'],
  ])('%s and %s: %s', (key, secret, text) => expect(showText(text, callWith(key, secret))).toBe(text));

  it.each([
    ['abc123', 's3cr3t', 'no api_key s3cr3t, nor abc123.', 'no api_key [withheld], nor [withheld].'],
    ['sandbox', 'secret', 'sandboxes keep secrets', 'sandboxes keep secrets'],
    ['sandbox', 'secret', 'the sandbox keeps the secret', 'the [withheld] keeps the [withheld]'],
  ])('%s and %s, where they stand by themselves: %s', (key, secret, text, shown) =>
    expect(showText(text, callWith(key, secret))).toBe(shown),
  );
});

it.each([['no api_key Zr8-an-ordinary-secret-of-36-letters'], ['no api_key d5Kq-an-ordinary-key'], ['key=d5Kq%2Dan%2Dordinary%2Dkey']])(
  'of %s nothing is shown',
  (text) => expect(showText(text, call)).toBe('[withheld: it repeats a credential]'),
);

const TELLING = 12;
const fold = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
// By chance alone: a secret such as AAAA… is in every text.
const credential = fc
  .noShrink(fc.noBias(fc.array(fc.constantFrom(...letters, '-', '_', '+', '/'), { minLength: 20, maxLength: 40, size: 'max' })))
  .map((all) => all.join(''));

/** Whether a text holds a piece of what was written that carries twelve characters of the secret. */
function leaks(shown: string, written: string, secretLength: number): boolean {
  return [(text: string) => text, fold].some((form) => {
    const text = form(written);
    const length = Math.max(TELLING, Math.ceil((TELLING * text.length) / secretLength));
    for (let at = 0; at + length <= text.length; at++) if (form(shown).includes(text.slice(at, at + length))) return true;
    return false;
  });
}

it.each(Object.entries(transformations))('nobody reads twelve characters of a secret that was written %s', (_how, write) => {
  for (const [apiKey, apiSecret] of fc.sample(fc.tuple(credential, credential), { numRuns: 4, seed: 20 })) {
    const signed = callWith(apiKey, apiSecret);
    const sign = signed.fields['sign'] as string;
    const digest = Buffer.from(inspectSign(sign).digest);
    for (const [what, bytes, length] of [
      ['secret', Buffer.from(apiSecret), apiSecret.length],
      ['key', Buffer.from(apiKey), apiKey.length],
      ['signature', Buffer.from(sign), sign.length],
      ['digest', digest, 28],
    ] as const) {
      const written = write(bytes);
      // Bytes that are no text say nothing as one.
      if (what === 'digest' && /[^ -~\s]/.test(written)) continue;
      for (const text of [written, `expected ${written}, and got another`, `<p>${written}</p>`])
        for (const show of [showText, showId]) {
          const shown = show(text, signed);
          expect(leaks(shown, written, length) ? shown : '', `${show.name} of the ${what}: ${text}`).toBe('');
        }
    }
  }
});
