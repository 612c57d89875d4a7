import { signatureScheme } from '@finauth-sdk/client';
import { describe, expect, it } from 'vitest';
import { rawOf } from '../testing/rawOf.ts';
import { decodeUtf8, splitRaw } from './splitRaw.ts';

const { digestBytes, parameters } = signatureScheme;
const raw = rawOf();
const bytesOf = (...parts: (string | Buffer)[]): Buffer => Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const noText = (length: number): Buffer => Buffer.alloc(length, 0xff);

describe('the raw string in a signature', () => {
  it.each<[where: string, before: Buffer]>([
    ['behind a digest', noText(digestBytes)],
    ['behind one in hex', bytesOf('0'.repeat(2 * digestBytes))],
    ['behind nothing', noText(0)],
    ['behind a digest of another length', noText(7)],
    // As long as SHA-512 in hex, whose end is tried after offset 0.
    ['behind one that looks like a field', bytesOf(`${parameters.random}=`.padEnd(128, '0'))],
  ])('is found %s', (_where, before) => {
    const { digest, ...rest } = splitRaw(bytesOf(before, raw))!;
    expect(rest).toEqual({ raw, digestFirst: true });
    expect(Buffer.from(digest)).toEqual(before);
  });

  it.each([0x1f, 0x7f, 0xff])('is found before a digest whose bytes are no text: %i', (byte) => {
    const behind = Buffer.alloc(digestBytes, byte);
    const { digest, ...rest } = splitRaw(bytesOf(raw, behind))!;
    expect(rest).toEqual({ raw, digestFirst: false });
    expect(Buffer.from(digest)).toEqual(behind);
  });

  it.each([' ', '~'])('goes on to the end if what follows is text: %j', (character) => {
    const whole = raw + character.repeat(digestBytes);
    expect(splitRaw(bytesOf(whole))).toEqual({ digest: Buffer.alloc(0), raw: whole, digestFirst: true });
  });

  it('goes on to the end if all of it is shorter than a digest', () => {
    const short = `${parameters.apiKey}=k&${parameters.random}=ééééé`;
    expect(splitRaw(bytesOf(short))).toEqual({ digest: Buffer.alloc(0), raw: short, digestFirst: true });
  });

  it.each<[what: string, bytes: Buffer]>([
    ['nothing', noText(0)],
    ['a digest alone', noText(digestBytes)],
    ['one field', bytesOf(noText(digestBytes), `${parameters.apiKey}=key`)],
    ['fields with other names', bytesOf(noText(digestBytes), 'zz=1&zy=2')],
    ['what is no text in the end', bytesOf(noText(digestBytes), raw, noText(3))],
    [
      'two fields with a control character in the first',
      bytesOf(noText(digestBytes), `${parameters.apiKey}=k\u0001y&${parameters.random}=7`),
    ],
  ])('is not found in %s', (_what, bytes) => {
    expect(splitRaw(bytes)).toBeUndefined();
  });
});

describe('bytes', () => {
  it.each<[what: string, bytes: Buffer, text: string | undefined]>([
    ['are text in UTF-8', Buffer.from('é€'), 'é€'],
    ['keep a byte order mark', Buffer.from('\ufeffa'), '\ufeffa'],
    ['are no text where they are not UTF-8', noText(1), undefined],
  ])('%s', (_what, bytes, text) => {
    expect(decodeUtf8(bytes)).toBe(text);
  });
});
