import type { SignedCall } from './call.ts';
import { repeatedIn, TELLING_CHARACTERS } from './repeatedIn.ts';

const KEPT_CHARACTERS = 200;
// Enough for the text of a page whose first lines are mark-up.
const READ_CHARACTERS = 4_000;
// The query of a URL, which may hold a signature, and what the user gave.
const QUERY = /\?[^\s?=]*=[^\s"'<>]*/g;
// A shorter credential is no secret: "test" may stand in any text.
const LEAST_CHARACTERS = 6;
const LEFT_OUT = '…';

/**
 * What can be shown of a text from outside: the beginning, on one line, and of that words and short numbers only, which neither a random secret nor an encoding of
 * one looks like. Where a text repeats a piece of a credential or of the signature as it is, nothing of it is shown.
 */
export function showText(text: string, call: SignedCall): string {
  return show(text, call, wordsOf);
}

/** An ID from outside, which support will ask for: one in FinAuth's own form or in hex, and of any other as much as is too short to be a piece of a secret. */
export function showId(id: string, call: SignedCall): string {
  return show(id, call, (line) => (USUAL_ID.test(line) || isHexOfNoText(line) ? line : cut(line)));
}

function show(text: string, call: SignedCall, form: (line: string) => string): string {
  const line = beginningOf(text);
  const repeated = repeatedIn(line, call);
  return repeated === undefined ? form(withoutShort(line, call)) : `[withheld: it repeats ${repeated}]`;
}

function beginningOf(text: string): string {
  const start = text.trimStart().slice(0, READ_CHARACTERS).normalize('NFKC');
  return start
    .replace(QUERY, '?' + LEFT_OUT)
    .replace(/<[/!]?[a-z-][^<>]*>/gi, ' ')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, KEPT_CHARACTERS);
}

/** A credential that is too short to be found in pieces goes where it stands by itself. */
function withoutShort(line: string, { credentials: { apiKey, apiSecret } }: SignedCall): string {
  return [apiKey, apiSecret]
    .filter((text) => text.length >= LEAST_CHARACTERS)
    .reduce(
      (rest, text) => rest.replace(new RegExp(`(?<![a-z\\d])${text.replace(/[^a-z\d]/gi, '\\$&')}(?![a-z\\d])`, 'gi'), '[withheld]'),
      line,
    );
}

// A time and a UUID.
const USUAL_ID = /^(?:\d{1,13},)?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** With a letter among the digits, which otherwise could be bytes in decimals, and without ASCII or bytes with zeros between, which could be a secret or its Base64. */
function isHexOfNoText(id: string): boolean {
  return /^(?=.*[a-f])[\da-f]+(?:[,-][\da-f]+)*$/.test(id) && !/(?:[2-7][\da-f]|[\da-f]{2}00){12}/.test(id.replace(/[,-]/g, ''));
}

function cut(id: string): string {
  return id.length < TELLING_CHARACTERS ? id : id.slice(0, TELLING_CHARACTERS - 1) + LEFT_OUT;
}

// More short tokens in a row than a date or an address has could be anything, spelled out.
const SPELLED_OUT =
  /(?<![\p{L}\p{M}\p{N}])(?:(?:[\p{L}\p{M}\p{N}]{1,3}|\d+|…)[^\p{L}\p{M}\p{N}…]+){8,}(?:[\p{L}\p{M}\p{N}]{1,3}|\d+|…)(?![\p{L}\p{M}\p{N}])/gu;

// A date with its time has no more numbers, and nine bytes of a digest are twelve characters of it.
const MOST_NUMBERS = 7;

function wordsOf(line: string): string {
  let numbers = 0;
  return line
    .replace(/[\p{L}\p{M}\p{N}]+/gu, (token) => {
      if (/\d/.test(token) && ++numbers > MOST_NUMBERS) return LEFT_OUT;
      return isWord(token) ? token : LEFT_OUT;
    })
    .replace(SPELLED_OUT, LEFT_OUT)
    .replace(/…(?:[^\p{L}\p{N}[]*…)+/gu, LEFT_OUT);
}

/** A number of at most six digits, or letters as words have them: of one case, after a capital, or several of these in one; and perhaps a number after them. */
function isWord(token: string): boolean {
  return (
    token.length <= 20 &&
    /^(?:\d{1,6}|\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{Lu}+|\p{Lu}?\p{Ll}{2,}(?:\p{Lu}\p{Ll}{3,})+|(?:\p{Lu}{1,5}v?|\p{Ll}{2,5})\d{1,2})$/u.test(
      token,
    )
  );
}
