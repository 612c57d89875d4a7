/** A way in which a server could write down what it has got. */
export type Transformation = (bytes: Buffer) => string;

const text = (bytes: Buffer): string => bytes.toString('latin1');
const hex = (bytes: Buffer): string => bytes.toString('hex');
const base64 = (bytes: Buffer): string => bytes.toString('base64');
const each =
  (write: (byte: number) => string, between = ''): Transformation =>
  (bytes) =>
    [...bytes].map(write).join(between);
const inPieces =
  (length: number, between: string, of: Transformation = text): Transformation =>
  (bytes) =>
    (of(bytes).match(new RegExp(`[^]{1,${length}}`, 'g')) ?? []).join(between);
const then =
  (...all: Transformation[]): Transformation =>
  (bytes) =>
    text(all.reduce((written, write) => Buffer.from(write(written), 'latin1'), bytes));
const digits = (byte: number, radix: number, length = 0): string => byte.toString(radix).padStart(length, '0');
const inBits =
  (alphabet: string, size: number): Transformation =>
  (bytes) =>
    (each((byte) => digits(byte, 2, 8))(bytes).match(new RegExp(`.{1,${size}}`, 'g')) ?? [])
      .map((bits) => alphabet[Number.parseInt(bits.padEnd(size, '0'), 2)])
      .join('');
const inBase =
  (alphabet: string): Transformation =>
  (bytes) => {
    let written = '';
    for (let rest = BigInt(`0x${hex(bytes)}`); rest > 0n; rest /= BigInt(alphabet.length))
      written = alphabet[Number(rest % BigInt(alphabet.length))]! + written;
    return written;
  };
const moved =
  (places: number): Transformation =>
  (bytes) =>
    text(bytes).replaceAll(/[a-z]/gi, (letter) => {
      const first = letter <= 'Z' ? 65 : 97;
      return String.fromCharCode(((letter.charCodeAt(0) - first + places) % 26) + first);
    });
const NAMES: Record<string, string> = { '&': '&amp;', '+': '&plus;', '/': '&sol;', '=': '&equals;', '-': '&#45;', _: '&lowbar;' };

/** What is searched for in all that a caller can see. */
export const transformations: Readonly<Record<string, Transformation>> = {
  'as it is': text,
  'in upper case': (bytes) => text(bytes).toUpperCase(),
  'in lower case': (bytes) => text(bytes).toLowerCase(),
  backwards: (bytes) => [...text(bytes)].toReversed().join(''),
  hex,
  'hex in upper case': (bytes) => hex(bytes).toUpperCase(),
  'hex with colons': each((byte) => digits(byte, 16, 2), ':'),
  'hex with blanks': each((byte) => digits(byte, 16, 2), ' '),
  'hex with 0x': each((byte) => `0x${digits(byte, 16, 2)}`, ', '),
  'hex with \\x': each((byte) => `\\x${digits(byte, 16, 2)}`),
  'hex in fours': inPieces(4, '-', hex),
  'hex backwards': (bytes) => [...hex(bytes)].toReversed().join(''),
  'a list of bytes': each(String, ', '),
  'a list of bytes, each named': each((byte) => `byte ${byte}`, ', '),
  'a list of bytes as calls of a function': each((byte) => `chr(${byte})`, ' then '),
  'a JSON array of bytes': (bytes) => JSON.stringify([...bytes]),
  'a list of signed bytes': each((byte) => String((byte << 24) >> 24), ', '),
  'decimal digits without anything between': each(String),
  'decimal digits in threes': each((byte) => digits(byte, 10, 3), ' '),
  octal: each((byte) => digits(byte, 8, 3), ' '),
  'octal escapes': each((byte) => `\\${digits(byte, 8, 3)}`),
  binary: each((byte) => digits(byte, 2, 8), ' '),
  base64,
  'base64 for URLs': (bytes) => bytes.toString('base64url'),
  'base64 in lines': inPieces(8, '\r\n', base64),
  'base64 in the middle of another': (bytes) => base64(Buffer.concat([Buffer.from('user:'), bytes])),
  'base64 of base64': then(base64, base64),
  'base64 of hex': then(hex, base64),
  'hex of base64': then(base64, hex),
  'base64 backwards': (bytes) => [...base64(bytes)].toReversed().join(''),
  'base64 of UTF-16': (bytes) => base64(Buffer.from(text(bytes), 'utf16le')),
  'hex of UTF-16': (bytes) => hex(Buffer.from(text(bytes), 'utf16le')),
  base32: inBits('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 5),
  base36: inBase('0123456789abcdefghijklmnopqrstuvwxyz'),
  base58: inBase('123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'),
  'one decimal number': inBase('0123456789'),
  'percent-encoded': (bytes) => encodeURIComponent(text(bytes)),
  'percent-encoded in whole': each((byte) => `%${digits(byte, 16, 2)}`),
  'percent-encoded twice': (bytes) => encodeURIComponent(encodeURIComponent(text(bytes))),
  'percent-encoded, all of it, twice': each((byte) => `%25${digits(byte, 16, 2)}`),
  'HTML-escaped': (bytes) => text(bytes).replaceAll(/[&+/=_-]/g, (sign) => NAMES[sign]!),
  'HTML-escaped in decimal': each((byte) => `&#${byte};`),
  'HTML-escaped in hex': each((byte) => `&#x${digits(byte, 16)};`),
  'JSON-escaped': each((byte) => `\\u${digits(byte, 16, 4)}`),
  'JavaScript-escaped': each((byte) => `\\u{${digits(byte, 16)}}`),
  'quoted-printable': each((byte) => `=${digits(byte, 16, 2).toUpperCase()}`),
  'in pieces of eleven': inPieces(11, ' ... '),
  'in pieces of eleven with words between': inPieces(11, ' and '),
  'in pieces of five': inPieces(5, '<wbr>'),
  'in pieces of seven with a letter between': inPieces(7, 'x'),
  'letter by letter': inPieces(1, ' '),
  'letter by letter with zero-width blanks': inPieces(1, '\u200b'),
  'letter by letter, one a line': inPieces(1, '\n'),
  'hex in pieces of eleven with words between': inPieces(11, ' then ', hex),
  'full-width': each((byte) => (byte > 32 && byte < 127 ? String.fromCodePoint(byte + 0xfee0) : String.fromCodePoint(byte))),
  ROT13: moved(13),
  'base64 and ROT13': then(base64, moved(13)),
};
