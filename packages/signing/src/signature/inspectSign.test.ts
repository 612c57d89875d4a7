import { signatureScheme } from '@finauth-sdk/client';
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from './base64.ts';
import { FinAuthInputError } from '../errors.ts';
import { inspectSign } from './inspectSign.ts';

const RAW = 'a=key&b=1800000100&c=1800000000&d=7';
const signOf = (...bytes: (string | readonly number[])[]): string =>
  encodeBase64(
    Uint8Array.from([
      ...Array.from({ length: signatureScheme.digestBytes }, () => 1),
      ...bytes.flatMap((part) => [...(typeof part === 'string' ? Buffer.from(part) : part)]),
    ]),
  );

function ruleOf(sign: unknown): string | undefined {
  try {
    inspectSign(sign as string);
    return undefined;
  } catch (error) {
    return (error as FinAuthInputError).issues[0]!.rule;
  }
}

it('takes digest and raw string apart', () => {
  expect(inspectSign(signOf(RAW))).toEqual({
    apiKey: 'key',
    expireTime: 1_800_000_100,
    currentTime: 1_800_000_000,
    random: 7,
    digest: new Uint8Array(signatureScheme.digestBytes).fill(1),
    raw: RAW,
  });
});

describe('a text that is not quite a signature is refused', () => {
  it.each<[string, unknown, string]>([
    ['no text at all', 7, 'base64'],
    ['a text within a list', [signOf(RAW)], 'base64'],
    ['a digest and nothing else', signOf(), 'length'],
    ['a digest and one byte', signOf('a'), 'raw'],
    ['a byte within the key that is no UTF-8', signOf('a=k', [0xff], 'ey&b=1800000100&c=1800000000&d=7'), 'raw'],
    ['half a character at its end', signOf(RAW, [0xc3]), 'raw'],
    ['a byte order mark before the raw string', signOf([0xef, 0xbb, 0xbf], RAW), 'raw'],
    ['something before', signOf(`x${RAW}`), 'raw'],
    ['something after', signOf(`${RAW}&`), 'raw'],
    ['an empty key', signOf('a=&b=1800000100&c=1800000000&d=7'), 'raw'],
    ['a key with an equals sign', signOf('a=k=y&b=1800000100&c=1800000000&d=7'), 'raw'],
    ['no random', signOf('a=key&b=1800000100&c=1800000000&d='), 'raw'],
    ['a line break after it', signOf(`${RAW}\n`), 'raw'],
  ])('%s', (_what, sign, rule) => {
    expect(ruleOf(sign)).toBe(rule);
  });
});

it.each([
  ['times of eleven digits', 'a=key&b=99999999999&c=99999999998&d=0'],
  ['a random of ten', 'a=key&b=2&c=1&d=9999999999'],
  ['a key that is not ASCII', 'a=schlüssel&b=2&c=1&d=0'],
])('takes %s', (_what, raw) => {
  expect(inspectSign(signOf(raw)).raw).toBe(raw);
});
