import { signatureScheme } from '@finauth-sdk/client';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashName } from './hashName.ts';
import { judgeDigest } from './judgeDigest.ts';

const { digestBytes } = signatureScheme;
// 0xff is no text, and 0xe9 is one of Latin-1 alone.
const right = Buffer.alloc(digestBytes, 0xff);
const others = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'].filter((name) => name !== hashName);
const digestOf = (name: string): Buffer => Buffer.alloc(createHash(name).digest().length, 0xff);
const hex = `${2 * digestBytes} hex digits in place of ${digestBytes} bytes`;
const base64 = right.toString('base64');

/** What stands in the digest's place, its bytes if they can be brought back, their hash, and what is found, with its words. */
const digests: [what: string, given: Buffer, bytes: Buffer | undefined, algorithm: string, ...found: string[]][] = [
  ['one that is right', right, right, hashName],
  ['one whose bytes happen to be hex digits', Buffer.alloc(digestBytes, 'a'), Buffer.alloc(digestBytes, 'a'), hashName],
  ['none', Buffer.alloc(0), undefined, hashName, 'missing-digest: there is only the raw string'],
  ['hex', Buffer.from(right.toString('hex')), right, hashName, `hex-digest: ${hex}`],
  ['hex in capitals', Buffer.from(right.toString('hex').toUpperCase()), right, hashName, `hex-digest: ${hex}`],
  [
    'half a digit of hex too much',
    Buffer.from(`${right.toString('hex')}f`),
    undefined,
    hashName,
    `wrong-digest: it has ${2 * digestBytes + 1} bytes`,
  ],
  ['Base64', Buffer.from(base64), right, hashName, `base64-digest: ${base64.length} characters of Base64 in place of ${digestBytes} bytes`],
  [
    'Base64 with two "="',
    Buffer.from(digestOf('md5').toString('base64')),
    digestOf('md5'),
    'md5',
    `base64-digest: 24 characters of Base64 in place of ${digestBytes} bytes`,
    'wrong-digest: it has 16 bytes, like MD5',
  ],
  ...[`*${base64}`, `${base64}*`].map((text): [string, Buffer, undefined, string, string] => [
    `Base64 and another character: ${text}`,
    Buffer.from(text),
    undefined,
    hashName,
    `wrong-digest: it has ${text.length} bytes`,
  ]),
  ...others.map((name): [string, Buffer, Buffer, string, string] => {
    const bytes = digestOf(name);
    return [name, bytes, bytes, name, `wrong-digest: it has ${bytes.length} bytes, like ${name.toUpperCase()}`];
  }),
  [
    'another hash in hex',
    Buffer.from(digestOf('sha384').toString('hex')),
    digestOf('sha384'),
    'sha384',
    `hex-digest: 96 hex digits in place of ${digestBytes} bytes`,
    'wrong-digest: it has 48 bytes, like SHA384',
  ],
  ['a length of no hash', Buffer.alloc(7, 0xff), undefined, hashName, 'wrong-digest: it has 7 bytes'],
  [
    'text of Latin-1 that was encoded as UTF-8',
    Buffer.from('é'.repeat(digestBytes)),
    Buffer.alloc(digestBytes, 0xe9),
    hashName,
    `digest-as-text: its ${digestBytes} bytes were turned into ${2 * digestBytes} bytes of UTF-8`,
  ],
  [
    'text with characters that were lost',
    Buffer.from(`${'a'.repeat(3)}\ufffd`),
    undefined,
    hashName,
    'digest-as-text: some of its bytes were replaced by U+FFFD and are lost',
  ],
  ['text that is too short', Buffer.from('ééé'), undefined, hashName, 'wrong-digest: it has 6 bytes'],
  [
    'text of other characters, as many as a digest has bytes',
    Buffer.from('€'.repeat(digestBytes)),
    undefined,
    hashName,
    `wrong-digest: it has ${3 * digestBytes} bytes`,
  ],
];

describe('what stands in the place of the digest', () => {
  it.each(digests)('%s', (_what, given, bytes, algorithm, ...expected) => {
    const judged = judgeDigest(given);
    expect(judged.bytes && Buffer.from(judged.bytes).toString('hex')).toBe(bytes?.toString('hex'));
    expect(judged.algorithm).toBe(algorithm);
    expect(judged.found.map(({ id, seen }) => `${id}: ${seen}`)).toEqual(expected);
  });
});
