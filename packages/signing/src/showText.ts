import type { SignedCall } from './call.ts';
import { rot13 } from './encodings.ts';
import { fold, type Secrets, secretsOf, TELLING_CHARACTERS } from './secretsOf.ts';

const KEPT_CHARACTERS = 200;
// Enough for the text of a page whose first lines are mark-up.
const READ_CHARACTERS = 4_000;
const PROBE_CHARACTERS = 8;
const PIECE_CHARACTERS = 4;
const LEFT_OUT = '…';

/**
 * What can be shown of a text from outside: the beginning, on one line, and of that only what reads like words and short numbers. All else, such as an ID, a key
 * or an encoding of something, is left out. Where the text repeats a piece of a credential or of the signature, however written, nothing of it is shown.
 */
export function showText(text: string, call: SignedCall): string {
  const line = beginningOf(text);
  const secrets = secretsOf(call);
  return withheld(line, secrets) ?? wordsOf(withoutShort(line, secrets));
}

// FinAuth's own form: a time and a UUID. It has no room for anything but hex and decimal digits, which makes it quick to look through.
const USUAL_ID = /^\d{1,13},[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

// What IDs look like otherwise.
const ID = /^[a-z\d]+(?:[,._:/|#@=+~-]{1,3}[a-z\d]+)*=*$/i;

/** An ID from outside, which support will ask for. Nothing of it where it repeats pieces of a credential or of the signature; what is no ID is shown as a text is. */
export function showId(id: string, call: SignedCall): string {
  const secrets = secretsOf(call);
  const line = beginningOf(id);
  if (!ID.test(line)) return showText(id, call);
  const pieced = secrets.find(({ plain }) => isPiecedTogether(USUAL_ID.test(line) ? fold(line) : line, plain));
  if (pieced !== undefined) return noteOn(pieced);
  return USUAL_ID.test(line) ? line : (withheld(line, secrets) ?? withoutShort(line, secrets));
}

const noteOn = ({ what }: Secrets): string => `[withheld: it repeats ${what}]`;

function withheld(line: string, secrets: readonly Secrets[]): string | undefined {
  const readings = readingsOf(line).filter((reading) => reading.length >= TELLING_CHARACTERS);
  if (readings.length === 0) return undefined;
  const probes = new Set(readings.flatMap((reading) => piecesOf(reading, PROBE_CHARACTERS)));
  const holdsPieceOf = (encoding: string): boolean =>
    // In each twelve characters in a row, one of the probes of every fifth place is whole.
    piecesOf(encoding, PROBE_CHARACTERS, TELLING_CHARACTERS - PROBE_CHARACTERS + 1).some((probe) => probes.has(probe)) &&
    piecesOf(encoding, TELLING_CHARACTERS).some((piece) => readings.some((reading) => reading.includes(piece)));
  const repeated = secrets.find(({ encodings }) => encodings().some(holdsPieceOf));
  return repeated && noteOn(repeated);
}

function piecesOf(text: string, length: number, step = 1): string[] {
  const pieces: string[] = [];
  for (let at = 0; at + length <= text.length; at += step) pieces.push(text.slice(at, at + length));
  return pieces;
}

function beginningOf(text: string): string {
  const start = text.trimStart().slice(0, READ_CHARACTERS).normalize('NFKC');
  return start
    .replace(/<[/!]?[a-z-][^<>]*>/gi, ' ')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, KEPT_CHARACTERS);
}

/** What a text says as it stands, with its escapes undone, backwards, and with its letters moved on. */
function readingsOf(line: string): string[] {
  return [...new Set([line, unescape(line)].map(fold))].flatMap((reading) => [reading, [...reading].toReversed().join(''), rot13(reading)]);
}

/** Whether so much of an ID are pieces of a secret that it can hardly be chance. */
function isPiecedTogether(id: string, plain: readonly string[]): boolean {
  let characters = 0;
  for (let at = 0; at + PIECE_CHARACTERS <= id.length;) {
    const piece = id.slice(at, at + PIECE_CHARACTERS);
    const isOne = plain.some((text) => text.includes(piece) || text.includes(piece.toLowerCase()));
    if (isOne) characters += PIECE_CHARACTERS;
    at += isOne ? PIECE_CHARACTERS : 1;
  }
  return characters >= TELLING_CHARACTERS;
}

/** A short credential goes where it stands by itself. */
function withoutShort(line: string, secrets: readonly Secrets[]): string {
  let rest = line;
  for (const text of secrets.flatMap(({ short }) => short)) {
    rest = rest
      .split(text)
      .reduce((before, after) =>
        /[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after) ? before + text + after : `${before}[withheld]${after}`,
      );
  }
  return rest;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  plus: '+',
  equals: '=',
  sol: '/',
  lt: '<',
  gt: '>',
  quot: '"',
  lowbar: '_',
  colon: ':',
};
const MOST_ESCAPES = 5;

/** A text without the escapes of URLs, HTML, JSON, JavaScript and mail, also where one stands within another. */
function unescape(text: string, most = MOST_ESCAPES): string {
  const once = text
    .replace(/(?:%|&#x0*|\\u00|%u00|\\u\{0*|\\x|=)([\da-f]{2})[;}]?/gi, (_escape, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replace(/&#0*(\d{1,3});?/g, (_escape, code: string) => String.fromCharCode(Number(code)))
    .replace(/\\([0-3][0-7]{2})/g, (_escape, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
    .replace(/&([a-z]+);/g, (escape, name: string) => (Object.hasOwn(NAMED, name) ? NAMED[name]! : escape));
  return once === text || most === 1 ? once : unescape(once, most - 1);
}

// So many short tokens in a row are a date or an address. More of them could be anything, spelled out.
const MOST_SHORT = 8;
const MOST_TINY = 6;

function wordsOf(line: string): string {
  let tiny = 0;
  const read = line.replace(/[\p{L}\p{M}\p{N}]+/gu, (token) => {
    if (!isWord(token)) return LEFT_OUT;
    if (token.length > 2 || /^(?:\d+|a|an|as|at|be|by|do|i|id|if|in|ip|is|it|no|of|ok|on|or|so|to|up|us|we)$/i.test(token)) return token;
    return ++tiny > MOST_TINY ? LEFT_OUT : token;
  });
  let short = 0;
  return read
    .replace(/[\p{L}\p{M}\p{N}…]+/gu, (token) => {
      short = token.length > 3 && !/^\d/.test(token) ? 0 : short + 1;
      return short > MOST_SHORT ? LEFT_OUT : token;
    })
    .replace(/…(?:[^\p{L}\p{N}[]*…)+/gu, LEFT_OUT);
}

/** A number of at most six digits, or letters as words have them: of one case, after a capital, or several of these in one; and perhaps a number after them. */
function isWord(token: string): boolean {
  if (/^\d{1,6}$/.test(token)) return true;
  // Bytes of no text at all, read as one, are mostly letters with accents.
  if (/\p{Script=Latin}/u.test(token) && 2 * token.replace(/[a-z\d]/gi, '').length > token.length) return false;
  return (
    token.length <= 20 &&
    /^(?:(?:\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{Lu}+)|\p{Lu}?\p{Ll}{2,}(?:\p{Lu}\p{Ll}{2,})+|(?:\p{Lu}+v?|\p{Ll}{2,8})\d{1,2})$/u.test(token)
  );
}
