import { signatureScheme } from '@finauth-sdk/client';
import { decodeBase64 } from '../signature/base64.ts';
import type { SignedCall } from '../call.ts';
import { holdsPiece } from './holdsPiece.ts';
import { vocabulary } from './vocabulary.ts';

// Twelve characters of Base64 are 72 bits. What is shown says less, so that no way of writing brings them across: a test counts all that can be shown.
const MOST_BITS = 64;
const CHARACTER_BITS = 6;
// In a code that is capitals alone, as the API's are, each says less. Eleven of them have room, and not twelve.
const CAPITAL_BITS = 5.5;
// Where each word ends says something too.
const MOST_OTHER_WORDS = 3;
// Enough for the text of a page whose first lines are mark-up.
const READ_CHARACTERS = 4_000;
// So many bytes of a digest are twelve characters of it, and all but two are letters and digits where sixteen are a text. Random ones are neither, but for once in
// ten thousand times.
const TELLING_BYTES = 9;
const TEXT_BYTES = 14;
// Four digits of an ID card's number may well be in a random ID too.
const PERSONAL_PIECE = 4;
const PERSONAL_IN_ID = 8;
const LEFT_OUT = '…';

/**
 * What kind of text it is: one of the API's `own`, such as a code that nobody has listed, of which words that are not in the vocabulary are shown too; the `id` of
 * a request; the `host` that the platform has looked up or called; or `any` other, of which only words of the vocabulary and short numbers are shown.
 */
export type Form = 'own' | 'id' | 'host' | 'any';

/** Shows a text from outside. All that one of these shows, hosts and FinAuth's own IDs aside, says less than twelve characters of a secret do. */
export type Show = (text: string, form: Form) => string;

export function createShow({ fields, credentials: { apiKey, apiSecret }, personal }: SignedCall): Show {
  const words = vocabulary();
  const wordBits = Math.log2(words.size);
  let left = MOST_BITS;
  // A name is as short as a word, and could be written in many ways: where one was sent, no word is shown that is not in the vocabulary, and no ID of a form of its own.
  let others = personal ? 0 : MOST_OTHER_WORDS;
  const sign = String(fields[signatureScheme.fields.sign]);
  const digest = [...(decodeBase64(sign) ?? [])].slice(0, signatureScheme.digestBytes);
  const hex = digest.map((byte) => byte.toString(16).padStart(2, '0')).join('');

  return (text, form) => {
    const line = text
      .trim()
      .slice(0, READ_CHARACTERS)
      .replace(/<[/!]?[a-z-][^<>]*>/gi, ' ');
    // Nothing of a text that repeats a secret as it is, not even what would be too little to matter.
    if (holdsPiece(line, [apiKey, apiSecret, sign, hex])) return '[withheld: it repeats a secret]';
    // What a field is called, an error may say, and it is no word of the vocabulary.
    if (form === 'own' && personal && (Object.hasOwn(fields, line) || personal.names.includes(line))) return line;
    if (personal?.holds(line, form === 'id' ? PERSONAL_IN_ID : PERSONAL_PIECE) === true) return '[withheld: it repeats data of a person]';
    if (form === 'host') return /^[a-z\d.:-]{1,60}$/i.test(line) ? line : '';
    if (form !== 'id') return wordsOf(line.replace(CONFIDENTIAL, ' '), form === 'own');
    if (USUAL_ID.test(line) && ![hex, apiKey, apiSecret].some((secret) => isMadeOf(line, secret))) return line;
    const shown = /^[\w.,:-]+$/.test(line) && !personal ? take(line) : '';
    return shown === line ? line : shown + LEFT_OUT;
  };

  /** Each word of the vocabulary once, and of what else there is short numbers, or in a text of the API's own all. In one case, unless the vocabulary has another. */
  function wordsOf(line: string, isOwn: boolean): string {
    const isUpper = line === line.toUpperCase();
    const bits = isOwn && /^[A-Z_:\s]+$/.test(line) ? CAPITAL_BITS : CHARACTER_BITS;
    const said = new Set<string>();
    let end = '';
    for (const [token] of (isOwn ? line : line.replace(ADDRESSES, ' ')).matchAll(/[a-z\d]+/gi)) {
      const word = words.get(token.toLowerCase());
      const written = isUpper ? token : (word ?? token.toLowerCase());
      if (said.has(written)) continue;
      let part = '';
      if (word !== undefined && word.length > 3) {
        if (left >= wordBits) {
          left -= wordBits;
          part = written;
        }
        // A short word may well be a piece of something else, and is paid for as such.
      } else if (word !== undefined || ((isOwn || /^\d{3,4}$/.test(token)) && others-- > 0)) part = take(written, bits);
      if (part !== '') said.add(part);
      if (part !== written) end = LEFT_OUT;
    }
    return said.size > 0 ? [...said].join(isOwn && !/\s/.test(line) ? '_' : ' ') + end : isOwn ? LEFT_OUT : '';
  }

  /** As many characters as there is room for. */
  function take(text: string, bits = CHARACTER_BITS): string {
    const taken = text.slice(0, left / bits);
    left -= bits * taken.length;
    return taken;
  }
}

// A time in seconds and a UUID of random bits.
const USUAL_ID = /^(?:\d{10},)?[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
// Of a URL: who logs in, and what is asked for. A short number may well be a PIN.
const CONFIDENTIAL = /\/\/[^\s/]*@|\?[^\s"'<>]+|(?<=\S)#[^\s"'<>]+/g;
// Also versions and times of day. Parts of them would be no words and no numbers.
const ADDRESSES = /(?<![\w.:-])[\w-]+(?:[.:][\w-]+)+/g;

/** Whether an ID has many bytes of a secret in hex, in whatever order, or of any text. The digits of each may be the wrong way round. */
function isMadeOf(id: string, hex: string): boolean {
  const theirs = pairsOf(hex);
  const pairs = pairsOf(id.slice(-36));
  return [pairs, pairs.map(([a, b]) => b! + a)].some(
    (read) =>
      new Set(read.filter((pair) => theirs.includes(pair))).size >= TELLING_BYTES ||
      read.filter((pair) => /^[2-7]/.test(pair)).length >= TEXT_BYTES,
  );
}

const pairsOf = (hex: string): string[] => hex.match(/[\da-f]{2}/g) ?? [];
