import { signatureScheme } from '@finauth-sdk/client';
import { decodeBase64 } from './base64.ts';
import type { SignedCall } from './call.ts';
import { decodeUtf8, encodeUtf8 } from './textCoders.ts';

/** How many letters and digits in a row are a piece of a secret. */
export const TELLING_CHARACTERS = 12;

/** What a text from outside repeats of the secrets of a call: twelve letters and digits in a row of one of them, as text or in hex, whatever stands between them. */
export function repeatedIn(text: string, { fields, credentials }: SignedCall): 'a credential' | 'the signature' | undefined {
  const folded = fold(text);
  const readings = [folded, [...folded].toReversed().join(''), folded.replace(/[a-z]/g, rot13)];
  const pieces = readings.flatMap((reading) => piecesOf(reading));
  const isRepeated = (secrets: readonly string[]): boolean => {
    const all = secrets.map(fold).join(' ');
    return pieces.some((piece) => all.includes(piece));
  };

  const { apiKey, apiSecret } = credentials;
  if (isRepeated([apiKey, apiSecret, hexOf(encodeUtf8(apiKey)), hexOf(encodeUtf8(apiSecret))])) return 'a credential';
  const sign = String(fields[signatureScheme.fields.sign]);
  const bytes = decodeBase64(sign) ?? new Uint8Array();
  const digest = bytes.subarray(0, signatureScheme.digestBytes);
  const raw = decodeUtf8(bytes.subarray(signatureScheme.digestBytes)) ?? '';
  return isRepeated([sign, raw, hexOf(digest), digest.join('')]) ? 'the signature' : undefined;
}

/** A text without its white space, punctuation, escapes of these, and case, which is all that most ways of writing a secret differ in. */
function fold(text: string): string {
  return text
    .replace(/(?:%(?:25)*|\\x|\\u00)[\da-f]{2}|&#?\w+;/gi, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

const rot13 = (letter: string): string => String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97);

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at + TELLING_CHARACTERS <= text.length; at++) pieces.push(text.slice(at, at + TELLING_CHARACTERS));
  return pieces;
}
