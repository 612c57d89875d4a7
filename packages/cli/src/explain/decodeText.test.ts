import { signatureScheme } from '@finauth-sdk/client';
import { describe, expect, it } from 'vitest';
import { rawOf } from '../testing/rawOf.ts';
import { decodeText } from './decodeText.ts';

const {
  digestBytes,
  fields: { sign },
} = signatureScheme;
const wrapped = 'wrapped: there are quotes, a name or a separator around it';
/** A digest of bytes that are no text, and the raw string behind it. */
const bytesOf = (byte: number, apiKey = 'example-key'): Buffer =>
  Buffer.concat([Buffer.alloc(digestBytes, byte), Buffer.from(rawOf({ apiKey }))]);
/** One whose Base64 has as many padding characters as asked for. */
const padded = (count: number): Buffer =>
  ['k', 'kk', 'kkk'].map((apiKey) => bytesOf(0x99, apiKey)).find((bytes) => (3 - (bytes.length % 3)) % 3 === count)!;
const plain = padded(0);
const good = plain.toString('base64');
// In Base64, the first has a "+" in it, and the second consists of "/".
const pluses = Buffer.concat([Buffer.alloc(digestBytes, 0xfb), plain.subarray(digestBytes)]);
const slashes = Buffer.concat([Buffer.alloc(digestBytes, 0xff), plain.subarray(digestBytes)]);
// Of the two characters that the alphabets differ in, the minus alone.
const minus = pluses.toString('base64url').replaceAll('_', '-');
const urlHead = pluses.subarray(0, digestBytes).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
// Whose first, or last, characters could be Base64 within Base64.
const longHex = Buffer.from(`${'ab'.repeat(32)}${rawOf({ apiKey: 'k' })}`);
const longRandom = Buffer.concat([plain, Buffer.alloc(60, '7')]);
const hexOf = (bytes: Buffer): string => bytes.toString('hex');

/** What is found, with its words, and which bytes come of it: those of a good signature, unless others are given. */
const texts: [what: string, text: string, found: readonly string[], bytes?: Buffer | undefined][] = [
  ['nothing in one that is right', good, []],
  ['nothing in one with one "="', padded(1).toString('base64'), [], padded(1)],
  ['nothing in one with two', padded(2).toString('base64'), [], padded(2)],

  // Around it.
  ['a space before it', ` ${good}`, ['surrounding-white-space: there are spaces before or after it']],
  ['a space behind it', `${good} `, ['surrounding-white-space: there are spaces before or after it']],
  ['a tab before it', `\t${good}`, ['surrounding-white-space: there are spaces before or after it']],
  ['a line break before it', `\n${good}`, ['line-breaks: there is one before or after it']],
  ['several line breaks before it', `\r\n\r\n${good}`, ['line-breaks: there is one before or after it']],
  ['a line break behind it', `${good}\r`, ['line-breaks: there is one before or after it']],
  ['both', `\t${good}\n`, ['line-breaks: there is one before or after it', 'surrounding-white-space: there are spaces before or after it']],
  ['single quotes', `'${good}'`, [wrapped]],
  ['backticks', `\`${good}\``, [wrapped]],
  ['a comma behind it', `${good},`, [wrapped]],
  ['a semicolon behind it', `${good};`, [wrapped]],
  ['a name in capitals', `${sign.toUpperCase()}=${good}`, [wrapped]],
  ['a name with spaces', `${sign} :  ${good}`, [wrapped]],
  ['a line of JSON', `"${sign}": "${good}",`, [wrapped]],
  ['quotes around two lines', `"${good.slice(0, 8)}\n${good.slice(8)}"`, [wrapped, 'line-breaks: it has 2 lines']],
  [
    'a quote within it and one behind it, which are no pair',
    `${good.slice(0, 8)}"${good.slice(8)}"`,
    ['not-base64: it contains characters that are not in Base64'],
    undefined,
  ],
  [
    'a quote before it and one within it, which are no pair',
    `"${good.slice(0, 8)}"${good.slice(8)}`,
    ['not-base64: it contains characters that are not in Base64'],
    undefined,
  ],
  ['a comma within it', `${good.slice(0, 8)},${good.slice(8)}`, ['not-base64: it contains characters that are not in Base64'], undefined],
  ['quotes in a header', `'${sign}'='${good}';`, [wrapped]],

  // In its characters.
  [
    'escaped line breaks',
    `${good.slice(0, 8)}\\r\\n${good.slice(8)}`,
    ['json-escaped: it contains a backslash', 'line-breaks: it has 2 lines'],
  ],
  [
    'an escaped character',
    good.replace(/./, (first) => `\\u00${first.charCodeAt(0).toString(16)}`),
    ['json-escaped: it contains a backslash'],
  ],
  ['escaped slashes', slashes.toString('base64').replaceAll('/', '\\/'), ['json-escaped: it contains a backslash'], slashes],
  ['a percent sign with one digit', `${good}%2`, ['not-base64: it contains characters that are not in Base64'], undefined],
  ['pluses in percent', pluses.toString('base64').replaceAll('+', '%2b'), ['percent-encoded: it contains %2b'], pluses],
  [
    'all in percent, of which three are named, each once',
    `%${hexOf(Buffer.from(good)).replaceAll(/..(?!$)/g, '$&%')}`,
    [
      `percent-encoded: it contains ${[...new Set(good)]
        .slice(0, 3)
        .map((character) => `%${hexOf(Buffer.from(character))}`)
        .join(', ')}`,
    ],
  ],
  ['percent twice', padded(1).toString('base64').replace('=', '%253D'), ['percent-encoded: it contains %25, encoded 2 times'], padded(1)],
  [
    'percent three times',
    padded(1).toString('base64').replace('=', '%25253D'),
    ['percent-encoded: it contains %25, encoded 3 times'],
    padded(1),
  ],
  [
    'percent more often than anybody would',
    padded(1).toString('base64').replace('=', '%2525253D'),
    ['percent-encoded: it contains %25, encoded 3 times', 'not-base64: it contains characters that are not in Base64'],
    undefined,
  ],
  [
    'percent more often than anybody would, in a part of a raw string',
    'key%2525253Dk&nonce=7',
    ['percent-encoded: it contains %25, encoded 3 times', 'not-base64: it contains characters that are not in Base64'],
    undefined,
  ],
  [
    'three lines, one of them indented',
    `${good.slice(0, 8)}\n  ${good.slice(8, 16)} \r\n${good.slice(16)}`,
    ['line-breaks: it has 3 lines'],
  ],
  [
    'spaces for pluses',
    pluses.toString('base64').replaceAll('+', ' ').replace(/^ /, '+'),
    ['space-for-plus: there is a space in it'],
    pluses,
  ],
  ['the alphabet of URLs, with a minus', minus, ['url-safe-alphabet: it contains "-"'], Buffer.from(minus, 'base64url')],
  ['the alphabet of URLs, with a low line', slashes.toString('base64url'), ['url-safe-alphabet: it contains "_"'], slashes],
  ['nothing at all', '', ['not-base64: it is empty'], undefined],
  ['white space alone', ' \n', ['not-base64: it is empty'], undefined],
  ['padding alone', '====', ['not-base64: it contains characters that are not in Base64'], undefined],
  ['a character of no alphabet', `*${good.slice(1)}`, ['not-base64: it contains characters that are not in Base64'], undefined],

  // In its encoding.
  ['hex', hexOf(plain), ['hex-for-base64: it consists of hex digits']],
  ['hex in capitals', hexOf(plain).toUpperCase(), ['hex-for-base64: it consists of hex digits']],
  ['a digest in hex, whose digits are left as they are', 'ab'.repeat(digestBytes), [], Buffer.from('ab'.repeat(digestBytes))],
  [
    'a digest in hex with half a digit of hex too much, which can only be Base64',
    `${'ab'.repeat(digestBytes)}a`,
    ['cut-off: no Base64 has this length'],
    Buffer.from(`${'ab'.repeat(digestBytes)}a`, 'base64'),
  ],
  ['Base64 that has only hex digits, since it is shorter than a digest', 'abcd', [], Buffer.from('abcd', 'base64')],
  [
    'two encoded apart, with one "="',
    `${padded(1).subarray(0, 20).toString('base64')}${padded(1).subarray(20).toString('base64')}`,
    ['encoded-in-parts: there is a "=" in the middle of it'],
    padded(1),
  ],
  [
    'two encoded apart, with two',
    `${plain.subarray(0, 19).toString('base64')}${plain.subarray(19).toString('base64')}`,
    ['encoded-in-parts: there is a "=" in the middle of it'],
  ],
  ['a "=" before it', `=${good}`, [wrapped]],
  ['two "=" before it', `==${good}`, [wrapped]],
  ['a "=" before it, in quotes', `"=${good}"`, [wrapped]],
  [
    'what looks like an option of curl within it',
    `${good.slice(0, 8)}-F ${good.slice(11)}`,
    ['space-for-plus: there is a space in it', 'url-safe-alphabet: it contains "-"'],
    Buffer.from(`${good.slice(0, 8)}+F+${good.slice(11)}`, 'base64'),
  ],
  ['name and signature in quotes', `"${sign}=${good}"`, [wrapped]],
  ['an argument of curl', `-F ${sign}=${good}`, [wrapped]],
  ['a quoted argument of curl', `--form '${sign}=${good}'`, [wrapped]],
  ['a colon before it', `: ${good}`, [wrapped]],
  ['a name and two "=" before it', `${sign}==${good}`, [wrapped]],
  ['a name and a "=" alone', `${sign}=`, [wrapped, 'not-base64: it is empty'], undefined],
  ['a name and a colon alone', `${sign}:`, [wrapped, 'not-base64: it is empty'], undefined],
  ['Base64 twice', Buffer.from(good).toString('base64'), ['encoded-twice: it decodes to Base64']],
  [
    'Base64 twice, of the alphabet of URLs',
    Buffer.from(minus).toString('base64'),
    ['encoded-twice: it decodes to Base64'],
    Buffer.from(minus, 'base64url'),
  ],
  ['nothing in one that begins like Base64', longHex.toString('base64'), [], longHex],
  ['nothing in one that ends like Base64', longRandom.toString('base64'), [], longRandom],
  ['a length that none has', padded(1).toString('base64').slice(0, -3), ['cut-off: no Base64 has this length'], padded(1).subarray(0, -2)],
  ['no padding', padded(2).toString('base64url'), ['wrong-padding: it ends in 0 "=" instead of 2'], padded(2)],
  ['too much padding', `${padded(1).toString('base64')}=`, ['wrong-padding: it ends in 2 "=" instead of 1'], padded(1)],
  ['padding that is not needed', `${good}==`, ['wrong-padding: it ends in 2 "=" instead of 0']],
  [
    'bits behind its end',
    padded(1)
      .toString('base64')
      .replace(/.=$/, (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}=`),
    ['altered-end: its last character has unused bits set'],
    padded(1),
  ],

  // Not encoded at all.
  ['a raw string', rawOf({ apiKey: 'k' }), ['not-encoded: its fields are readable as plain text'], Buffer.from(rawOf({ apiKey: 'k' }))],
  [
    'a raw string with other names',
    'api_key=key&nonce=7',
    ['not-encoded: its fields are readable as plain text'],
    Buffer.from('api_key=key&nonce=7'),
  ],
  [
    'a raw string with a key that looks like the name of a signature',
    rawOf({ apiKey: `${sign}=k` }),
    ['not-encoded: its fields are readable as plain text'],
    Buffer.from(rawOf({ apiKey: `${sign}=k` })),
  ],
  ['fields of something else', 'zz=1&zy=2', ['not-base64: it contains characters that are not in Base64'], undefined],
  [
    'a raw string with a space',
    rawOf({ apiKey: 'a key' }),
    ['not-encoded: its fields are readable as plain text'],
    Buffer.from(rawOf({ apiKey: 'a key' })),
  ],
  [
    'a digest in Base64 before a raw string',
    plain.subarray(0, digestBytes).toString('base64') + rawOf({ apiKey: 'k' }),
    ['not-encoded: its fields are readable as plain text'],
    bytesOf(0x99, 'k'),
  ],
  [
    'a digest in the alphabet of URLs before a raw string, which is left as it is',
    urlHead + rawOf({ apiKey: 'k' }),
    ['not-encoded: its fields are readable as plain text'],
    Buffer.from(urlHead + rawOf({ apiKey: 'k' })),
  ],
  [
    'a digest in hex before a raw string',
    'ab'.repeat(digestBytes) + rawOf({ apiKey: 'k' }),
    ['not-encoded: its fields are readable as plain text'],
    Buffer.from('ab'.repeat(digestBytes) + rawOf({ apiKey: 'k' })),
  ],
];

describe('decodeText finds what was done to a signature, and undoes it', () => {
  it.each(texts)('%s', (_what, text, expected, ...others) => {
    const { bytes, found } = decodeText(text);
    expect(found.map(({ id, seen }) => `${id}: ${seen}`)).toEqual(expected);
    const [right] = others.length === 0 ? [plain] : others;
    expect(bytes && hexOf(Buffer.from(bytes))).toBe(right && hexOf(right));
  });
});
