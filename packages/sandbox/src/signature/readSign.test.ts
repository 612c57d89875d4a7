import { signatureScheme } from '@finauth-sdk/client';
import { expect, it } from 'vitest';
import { readSign } from './readSign.ts';

const { parameters, digestBytes } = signatureScheme;
const digest = Buffer.alloc(digestBytes, 7);
const raw = Buffer.from(`${parameters.apiKey}=key&${parameters.expireTime}=200&${parameters.currentTime}=100&${parameters.random}=5`);
const signOf = (...pieces: Uint8Array[]): string => Buffer.concat(pieces).toString('base64');

it('reads key and times, and keeps the bytes', () => {
  expect(readSign(signOf(digest, raw))).toEqual({ apiKey: 'key', expireTime: 200, currentTime: 100, raw, digest });
});

it.each([
  ['nothing', ''],
  ['less than a digest', signOf(digest.subarray(1))],
  ['a digest alone', signOf(digest)],
  ['a raw string that is not UTF-8', signOf(digest, Buffer.from([0xff]), raw)],
  ['a raw string with a byte order mark before it', signOf(digest, Buffer.from('\ufeff'), raw)],
  ['a line break after the Base64', `${signOf(digest, raw)}\n`],
])('does not read %s', (_what, sign) => {
  expect(readSign(sign)).toBeUndefined();
});
