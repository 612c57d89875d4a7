import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { judgeSecret } from './judgeSecret.ts';
import type { MistakeId } from './mistakes.ts';

// A secret that is also Base64, and hex.
const secret = 'c0ffee00c0ffee00';
const apiKey = 'example-key';
const raw = `a=${apiKey}&b=1800000100`;
const algorithm = 'sha256';
const hmac = (text: string, by: string | Buffer = secret): Buffer => createHmac(algorithm, by).update(text).digest();
const hash = (text: string): Buffer => createHash(algorithm).update(text).digest();

const digests: [what: string, digest: Buffer, id: MistakeId, seen?: RegExp][] = [
  ['the secret with a line break', hmac(raw, `${secret}\n`), 'secret-white-space', /white space around it/],
  ['the secret with a line break of Windows', hmac(raw, `${secret}\r\n`), 'secret-white-space'],
  ['the secret with a space before it', hmac(raw, ` ${secret}`), 'secret-white-space'],
  ['the secret with a space behind it', hmac(raw, `${secret} `), 'secret-white-space'],
  ['the text with a line break', hmac(`${raw}\n`), 'newline-digested', /with a line break/],
  ['the text with a line break of Windows', hmac(`${raw}\r\n`), 'newline-digested'],
  ['secret and text swapped', hmac(secret, raw), 'key-and-message-swapped', /swapped/],
  ['the API key for the secret', hmac(raw, apiKey), 'api-key-for-secret', /API key/],
  ['a hash of the text', hash(raw), 'hash-without-key', /plain hash/],
  ['a hash of the text and the secret', hash(raw + secret), 'hash-without-key'],
  ['a hash of the secret and the text', hash(secret + raw), 'hash-without-key'],
  ['the secret decoded as hex', hmac(raw, Buffer.from(secret, 'hex')), 'secret-decoded', /as hex$/],
  ['the secret decoded as Base64', hmac(raw, Buffer.from(secret, 'base64')), 'secret-decoded', /as base64$/],
  ['the Base64 of the text', hmac(Buffer.from(raw).toString('base64')), 'base64-digested', /Base64 of the raw string/],
  ['the text in percent', hmac(encodeURIComponent(raw)), 'raw-percent-encoded', /percent/],
  ['another secret', hmac(raw, 'other'), 'other-secret', /does not match/],
  ['a digest of another length', hmac(raw).subarray(1), 'other-secret', /does not match/],
];

describe('a digest that does not fit the secret', () => {
  it.each(digests)('is told to come of it: %s', (_what, digest, id, seen = /./) => {
    expect(judgeSecret({ digest, algorithm, raw, apiKey }, secret)).toEqual({
      fits: false,
      found: [{ id, seen: expect.stringMatching(seen) }],
    });
  });

  it.each<[what: string, given: { raw?: string; secret?: string; apiKey?: undefined }, digest: Buffer, id: MistakeId]>([
    ['a secret that has white space, and was used without it', { secret: ` ${secret}\n` }, hmac(raw), 'secret-white-space'],
    ['a text that has a line break, and was digested without it', { raw: `${raw}\n` }, hmac(raw), 'newline-digested'],
    ['an empty secret, when there is no API key', { apiKey: undefined }, hmac(raw, ''), 'api-key-for-secret'],
  ])('is told to come of it: %s', (_what, { secret: by = secret, ...given }, digest, id) => {
    expect(judgeSecret({ digest, algorithm, raw, apiKey, ...given }, by)).toMatchObject({ fits: false, found: [{ id }] });
  });
});

it('a digest that fits the secret has no mistake', () => {
  expect(judgeSecret({ digest: hmac(raw), algorithm, raw, apiKey }, secret)).toEqual({ fits: true, found: [] });
});
