import { canonicalize, digest, encodeSign } from '@finauth-sdk/signing';
import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { spec } from './places.ts';

/** The worked example of spec/signature.yaml, which the guide shows value by value. */
let example: {
  apiKey: string;
  apiSecret: string;
  currentTime: number;
  expireTime: number;
  random: number;
  raw: string;
  digestHex: string;
  sign: string;
};
let digestName: 'HMAC-SHA1' | 'HMAC-SHA256';
beforeAll(async () => {
  const signature = (await bundleSpec(spec))['x-signature'];
  example = signature.example as typeof example;
  digestName = signature.digest as typeof digestName;
});

const ways = {
  'with Node’s own cryptography': {
    raw: () => `a=${example.apiKey}&b=${example.expireTime}&c=${example.currentTime}&d=${example.random}`,
    digest: (raw: string) =>
      createHmac({ 'HMAC-SHA1': 'sha1', 'HMAC-SHA256': 'sha256' }[digestName], example.apiSecret).update(raw).digest(),
    sign: (bytes: Uint8Array, raw: string) => Buffer.concat([bytes, Buffer.from(raw)]).toString('base64'),
  },
  'with the SDK': {
    raw: () => canonicalize(example),
    digest: (raw: string) => digest(raw, example.apiSecret),
    sign: (bytes: Uint8Array, raw: string) => encodeSign(bytes, raw),
  },
};

describe.each(Object.entries(ways))('the worked example holds, %s', (_, way) => {
  it('the raw string', () => expect(way.raw()).toBe(example.raw));
  it('the digest', () => expect(Buffer.from(way.digest(example.raw)).toString('hex')).toBe(example.digestHex));
  it('the signature', () => expect(way.sign(Buffer.from(example.digestHex, 'hex'), example.raw)).toBe(example.sign));
});
