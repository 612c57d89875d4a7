import { deflateRawSync, gzipSync } from 'node:zlib';

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

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
const words = (...all: string[]): readonly string[] => all.flatMap((line) => line.split(' '));
const NATO = words(
  'alfa bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray',
  'yankee zulu zero one two three four five six seven eight nine',
);
const SIGNS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const MORSE = words(
  '.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..',
  '----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----.',
);
/** What says nothing, and stands between what does. */
const FILLERS = words('the server could not read what came with the request and so it has closed the connection after a while');
export const fillers: ReadonlySet<string> = new Set([...FILLERS, ...words('expected got another then byte chr letter p')]);
const perSign =
  (write: (sign: string, at: number) => string, between = ''): Transformation =>
  (bytes) =>
    [...text(bytes)].map(write).join(between);
/** Letters and digits by a list, in either case; what is neither goes through as it is. */
const perLetter = (list: readonly string[], between = ''): Transformation =>
  perSign((sign) => list[SIGNS.indexOf(sign.toLowerCase())] ?? sign, between);
const substituted =
  (from: string, to: string): Transformation =>
  (bytes) =>
    [...text(bytes)].map((sign) => [...to][from.indexOf(sign)] ?? sign).join('');
const changed =
  (change: (byte: number) => number, write: Transformation = hex): Transformation =>
  (bytes) =>
    write(Buffer.from([...bytes].map(change)));
const ordered =
  (order: (all: string[]) => string[], of: Transformation = text): Transformation =>
  (bytes) =>
    order([...of(bytes)]).join('');
const numbers =
  (size: number, between: string, read: (bytes: Buffer, at: number) => number): Transformation =>
  (bytes) => {
    const whole = Buffer.concat([bytes, Buffer.alloc((size - (bytes.length % size)) % size)]);
    return Array.from({ length: whole.length / size }, (_, at) => read(whole, at * size)).join(between);
  };
const strewn =
  (of: Transformation, length: number, fillers: readonly string[] = FILLERS): Transformation =>
  (bytes) =>
    (of(bytes).match(new RegExp(`[^]{1,${length}}`, 'g')) ?? []).map((piece, at) => `${fillers[at % fillers.length]} ${piece}`).join(' ');
const nibbles =
  (write: (nibble: number) => string, between = ''): Transformation =>
  (bytes) =>
    [...hex(bytes)].map((digit) => write(Number.parseInt(digit, 16))).join(between);
const asUuid =
  (of: Transformation): Transformation =>
  (bytes) =>
    // In the form of random ones, which the two digits that it costs do not keep a reader from.
    `1800000000,${of(bytes)
      .padEnd(32, '0')
      .slice(0, 32)
      .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5')}`;
const swapNibbles = (byte: number): number => ((byte << 4) & 255) | (byte >> 4);
const reverseBits = (byte: number): number => Number.parseInt([...digits(byte, 2, 8)].toReversed().join(''), 2);
const inSteps =
  (step: number) =>
  (all: string[]): string[] =>
    Array.from({ length: step }, (_, start) => all.filter((_sign, at) => at % step === start)).flat();
const neighbours = (all: string[]): string[] => all.map((sign, at) => all[at ^ 1] ?? sign);
const ascii85 =
  (alphabet: string): Transformation =>
  (bytes) => {
    const whole = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
    let written = '';
    for (let at = 0; at < whole.length; at += 4)
      for (let place = 4, number = whole.readUInt32BE(at); place >= 0; place--) written += alphabet[Math.floor(number / 85 ** place) % 85]!;
    return written;
  };
const inRange = (from: number, length: number): string => String.fromCharCode(...Array.from({ length }, (_, at) => from + at));
const proquint: Transformation = (bytes) =>
  Array.from({ length: Math.ceil(bytes.length / 2) }, (_, at) => {
    const number = ((bytes[2 * at]! << 8) | (bytes[2 * at + 1] ?? 0)) >>> 0;
    const [con, vo] = ['bdfghjklmnprstvz', 'aiou'];
    return con[(number >> 12) & 15]! + vo[(number >> 10) & 3] + con[(number >> 6) & 15] + vo[(number >> 4) & 3] + con[number & 15];
  }).join('-');
const bubbleBabble: Transformation = (bytes) =>
  `x${Array.from({ length: Math.ceil(bytes.length / 2) }, (_, at) => {
    const [a, b] = [bytes[2 * at]!, bytes[2 * at + 1] ?? 0];
    const [vo, con] = ['aeiouy', 'bcdfghklmnprstvzx'];
    return vo[(a >> 6) & 3]! + con[(a >> 2) & 15] + vo[a & 3] + con[b >> 4] + '-' + con[b & 15];
  }).join('')}x`;
const roman = (number: number): string => {
  let [rest, written] = [number, ''];
  for (const [value, sign] of Object.entries({ 100: 'C', 90: 'XC', 50: 'L', 40: 'XL', 10: 'X', 9: 'IX', 5: 'V', 4: 'IV', 1: 'I' }).toSorted(
    ([a], [b]) => Number(b) - Number(a),
  ))
    for (; rest >= Number(value); rest -= Number(value)) written += sign;
  return written || 'N';
};

/** More of them, by what a reviewer has tried, and its like. */
const furtherWays: Readonly<Record<string, Transformation>> = {
  'hex as the letters from a to p': nibbles((nibble) => SIGNS[nibble]!),
  'hex as the letters from a to p, in words of five': inPieces(
    5,
    ' ',
    nibbles((nibble) => SIGNS[nibble]!),
  ),
  'hex as capitals from A to P, with _': inPieces(
    4,
    '_',
    nibbles((nibble) => SIGNS[nibble]!.toUpperCase()),
  ),
  'hex as letters within words': strewn(
    nibbles((nibble) => 'bcdfghjklmnpqrst'[nibble]!),
    4,
  ),
  'hex as syllables': nibbles((nibble) => words('ba be bi bo da de di do fa fe fi fo ga ge gi go')[nibble]!),
  'hex with words between its bytes': strewn(hex, 2),
  'hex in fours with words between': strewn(hex, 4),
  'hex with its bytes the wrong way round in pairs': ordered(
    (all) => [...all.join('').matchAll(/(..)(..)?/g)].flatMap(([, a, b = '']) => [b, a!]),
    hex,
  ),
  'hex with its digits swapped': changed(swapNibbles),
  'hex with its bits turned round': changed(reverseBits),
  'hex of the complement': changed((byte) => 255 - byte),
  'hex of a Gray code': changed((byte) => byte ^ (byte >> 1)),
  ...Object.fromEntries([1, 0x20, 0x55, 0x80].map((mask) => [`hex after XOR with ${mask}`, changed((byte) => byte ^ mask)])),
  ...Object.fromEntries([1, 13, 128].map((step) => [`hex of each byte and ${step}`, changed((byte) => (byte + step) & 255)])),
  'hex of EBCDIC, roughly': changed((byte) => (byte * 5 + 0x6c) & 255),
  'hex of UTF-16, big end first': each((byte) => `00${digits(byte, 16, 2)}`),
  'hex of UTF-32': each((byte) => `${digits(byte, 16, 2)}000000`),
  'hex in columns': ordered(inSteps(8), hex),
  'hex of what gzip makes of it': (bytes) => hex(gzipSync(bytes)),
  'a UUID': asUuid(hex),
  'a UUID of the bytes backwards': asUuid((bytes) => hex(Buffer.from([...bytes].toReversed()))),
  'a UUID of the bytes in pairs the wrong way round': asUuid((bytes) => hex(Buffer.from(neighbours([...bytes].map(String)).map(Number)))),
  'a UUID of the bytes in columns': asUuid((bytes) => hex(Buffer.from(inSteps(4)([...bytes].map(String)).map(Number)))),
  'a UUID of the bytes with their digits swapped': asUuid(changed(swapNibbles)),
  'a UUID of the last bytes': asUuid((bytes) => hex(bytes.subarray(-16))),
  'addresses of IPv4, dotted': (bytes) => ([...bytes].join('.').match(/(?:\d+\.?){1,4}/g) ?? []).join(' '),
  'addresses of MAC': inPieces(
    17,
    ' ',
    each((byte) => digits(byte, 16, 2), '-'),
  ),
  'times of day': (bytes) =>
    (
      [...bytes]
        .map((byte) => digits(byte % 60, 10, 2))
        .join(':')
        .match(/.{1,9}/g) ?? []
    ).join(' '),
  'versions of software': (bytes) => ([...bytes].join('.').match(/(?:\d+\.?){1,3}/g) ?? []).map((version) => `nginx/${version}`).join(' '),
  '16-bit numbers': numbers(2, ' ', (all, at) => all.readUInt16BE(at)),
  '16-bit numbers with commas': numbers(2, ',', (all, at) => all.readUInt16BE(at)),
  '16-bit numbers, little end first': numbers(2, ' ', (all, at) => all.readUInt16LE(at)),
  '16-bit numbers in sentences': (bytes) =>
    strewn(
      numbers(2, '', (all, at) => 100_000 + all.readUInt16BE(at)),
      6,
    )(bytes),
  '32-bit numbers': numbers(4, ' ', (all, at) => all.readUInt32BE(at)),
  'signed 32-bit numbers': numbers(4, ' ', (all, at) => all.readInt32BE(at)),
  'numbers of three digits in sentences': strewn(
    each((byte) => digits(byte, 10, 3)),
    3,
  ),
  'numbers of four digits, thirteen bits each': inPieces(4, ' ', inBase('0123456789')),
  'numbers in words': each((byte) => [...digits(byte, 10, 3)].map((digit) => NATO[26 + Number(digit)]).join(' '), ', '),
  'bits in words': each((byte) => [...digits(byte, 2, 8)].map((bit) => (bit === '0' ? 'no' : 'yes')).join(' '), ' '),
  'bits as capitals in words': (bytes) =>
    [...each((byte) => digits(byte, 2, 8))(bytes)]
      .map((bit, at) => (bit === '1' ? FILLERS[at % 19]!.toUpperCase() : FILLERS[at % 19]!))
      .join(' '),
  'bits as blanks and dots': each((byte) => [...digits(byte, 2, 8)].map((bit) => (bit === '0' ? ' ' : '.')).join('')),
  'Roman numerals': each(roman, ' '),
  'base 4 as a gene': inBits('ACGT', 2),
  'notes from A to H': inBits('ABCDEFGH', 3),
  'base 26': inBase(ALPHABET),
  'base 26 in capitals with _': inPieces(6, '_', inBase(ALPHABET.toUpperCase())),
  'base 26 in words of seven': inPieces(7, ' ', inBase(ALPHABET)),
  'base32 in lower case': inBits('abcdefghijklmnopqrstuvwxyz234567', 5),
  'base32 of Crockford': inBits('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 5),
  'base32 as names of hosts': inPieces(8, '.', inBits('abcdefghijklmnopqrstuvwxyz234567', 5)),
  'base 62': inBase(`0123456789${ALPHABET.toUpperCase()}${ALPHABET}`),
  ascii85: ascii85(inRange(33, 85)),
  z85: ascii85(`0123456789${ALPHABET}${ALPHABET.toUpperCase()}.-:+=^!/*?&<>()[]{}@%$#`),
  uuencode: (bytes) => String.fromCharCode(32 + bytes.length) + inBits(inRange(32, 64), 6)(bytes),
  xxencode: inBits(`+-0123456789${ALPHABET.toUpperCase()}${ALPHABET}`, 6),
  'base64 of gzip': (bytes) => base64(gzipSync(bytes)),
  'base64 of deflate': (bytes) => base64(deflateRawSync(bytes)),
  'base64 in fours, as capitals with _': (bytes) => inPieces(4, '_', base64)(bytes).toUpperCase(),
  'base64 with words between its fours': strewn(base64, 4),
  'Chinese characters': each((byte) => String.fromCodePoint(0x4e00 + byte)),
  Hangul: each((byte) => String.fromCodePoint(0xac00 + byte)),
  braille: each((byte) => String.fromCodePoint(0x2800 + byte)),
  emoji: each((byte) => String.fromCodePoint(0x1f400 + byte)),
  'tags that nobody sees': each((byte) => String.fromCodePoint(0xe0000 + (byte & 127))),
  'variation selectors': each((byte) => String.fromCodePoint(0xe0100 + (byte % 240))),
  'regional indicators': perSign((sign) =>
    /[a-z]/i.test(sign) ? String.fromCodePoint(0x1f1e6 + SIGNS.indexOf(sign.toLowerCase())) : sign,
  ),
  'letters in circles': perSign((sign) => (/[a-z]/.test(sign) ? String.fromCodePoint(0x24d0 + SIGNS.indexOf(sign)) : sign)),
  'mathematical letters': perSign((sign) => (/[a-z]/.test(sign) ? String.fromCodePoint(0x1d41a + SIGNS.indexOf(sign)) : sign)),
  'letters of Greek and Cyrillic that look alike': substituted('ABCEHIKMOPTXaceopxy', 'ΑΒСΕΗΙΚМΟΡТΧасеорху'),
  'with combining marks': perSign((sign) => `${sign}\u0301`),
  'with soft hyphens': inPieces(2, '\u00ad'),
  'with marks of direction': (bytes) => `\u202e${[...text(bytes)].toReversed().join('')}\u202c`,
  'NATO words': perLetter(NATO, ' '),
  'NATO words in capitals with _': (bytes) => perLetter(NATO, '_')(bytes).toUpperCase(),
  'NATO words of its hex': then(hex, perLetter(NATO, ' ')),
  Morse: perLetter(MORSE, ' '),
  'names of what is no letter': perSign((sign) => NAMES[sign] ?? `letter ${sign}`, ' '),
  'letter by letter with words between': perSign((sign, at) => `${FILLERS[at % FILLERS.length]} ${sign}`, ' '),
  'two letters at a time with words between': strewn(text, 2),
  'three letters at a time with words between': strewn(text, 3),
  'in fours in lower case with words between': strewn((bytes) => text(bytes).toLowerCase(), 4),
  'in pieces of eleven in capitals with words between': strewn((bytes) => text(bytes).toUpperCase(), 11),
  'as the first letters of words': perSign((sign) => `${sign}${FILLERS[sign.charCodeAt(0) % FILLERS.length]!.slice(1)}`, ' '),
  'as every third letter': perSign((sign, at) => `${sign}${'aeiou'[at % 5]}${'tnrls'[at % 5]}`),
  'as every other letter': perSign((sign, at) => `${sign}${'aeiou'[at % 5]}`),
  'in columns': ordered(inSteps(5)),
  'as a rail fence': ordered(inSteps(2)),
  'in pairs the wrong way round': ordered(neighbours),
  'words backwards': (bytes) =>
    text(bytes)
      .split(/(?=[-_+/])/)
      .map((part) => [...part].toReversed().join(''))
      .join(' '),
  'with its halves changed about': ordered((all) => [...all.slice(all.length / 2), ...all.slice(0, all.length / 2)]),
  atbash: substituted(
    ALPHABET + ALPHABET.toUpperCase(),
    [...ALPHABET].toReversed().join('') + [...ALPHABET].toReversed().join('').toUpperCase(),
  ),
  ...Object.fromEntries([1, 3, 7, 25].map((places) => [`each letter ${places} further`, moved(places)])),
  'the next key on the keyboard': substituted('qwertyuiopasdfghjklzxcvbnm', 'wertyuiopasdfghjklzxcvbnmq'),
  leetspeak: substituted('aeiostbgl', '431057891'),
  'keys of a telephone': perSign((sign) => (/[a-z]/i.test(sign) ? '22233344455566677778889999'[SIGNS.indexOf(sign.toLowerCase())]! : sign)),
  'a square of Polybius': perSign(
    (sign) =>
      /[a-z]/i.test(sign) ? `${1 + Math.floor(SIGNS.indexOf(sign.toLowerCase()) / 5)}${1 + (SIGNS.indexOf(sign.toLowerCase()) % 5)}` : sign,
    ' ',
  ),
  proquint,
  'proquint in capitals with _': (bytes) => proquint(bytes).replaceAll('-', '_').toUpperCase(),
  'bubble-babble': bubbleBabble,
  'fields of an object': perSign((sign, at) => `"k${at}": "${sign}"`, ', '),
  'fields of a query': perSign((sign, at) => `${SIGNS[at % 26]}=${sign}`, '&'),
  'attributes of mark-up': perSign((sign, at) => `<i id="${at}">${sign}</i>`),
  'comments in mark-up': inPieces(3, '<!-- x -->'),
};

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
  'in pieces of eleven with words between': inPieces(11, ' then '),
  'in pieces of five': inPieces(5, '<wbr>'),
  'in pieces of seven with a letter between': inPieces(7, 'x'),
  'letter by letter': inPieces(1, ' '),
  'letter by letter with zero-width blanks': inPieces(1, '\u200b'),
  'letter by letter, one a line': inPieces(1, '\n'),
  'hex in pieces of eleven with words between': inPieces(11, ' then ', hex),
  'full-width': each((byte) => (byte > 32 && byte < 127 ? String.fromCodePoint(byte + 0xfee0) : String.fromCodePoint(byte))),
  ROT13: moved(13),
  'base64 and ROT13': then(base64, moved(13)),
  ...furtherWays,
};
