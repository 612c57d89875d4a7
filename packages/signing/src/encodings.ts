import { decodeUtf8 } from './textCoders.ts';
const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const written = (bytes: Uint8Array, write: (byte: number) => string): string => Array.from(bytes, write).join('');
export const hexOf = (bytes: Uint8Array): string => written(bytes, (byte) => byte.toString(16).padStart(2, '0'));

/**
 * Bytes in the ways in which programs write them down: as text, as numbers to several bases, in Base64, Base32 and Base58, and some of these within one another.
 * What stands between two bytes is left out.
 */
export function encodingsOf(bytes: Uint8Array): string[] {
  const hex = hexOf(bytes);
  const base64 = base64Of(bytes);
  const wide = Uint8Array.from({ length: 2 * bytes.length }, (_, at) => (at % 2 === 0 ? bytes[at / 2]! : 0));
  return [
    decodeUtf8(bytes, { fatal: false })!,
    hex,
    ...base64,
    ...base64.flatMap((text) => [...base64Of(ascii(text)), hexOf(ascii(text))]),
    ...[hex, hex.toUpperCase()].flatMap((text) => base64Of(ascii(text))),
    ...base64Of(wide),
    hexOf(wide),
    ...base32Of(bytes),
    ...[2, 8, 10, 16].map((radix) => written(bytes, (byte) => byte.toString(radix))),
    ...[`0b`, `0o`, `0x`].map((prefix, at) =>
      written(bytes, (byte) => prefix + byte.toString([2, 8, 16][at]).padStart([8, 3, 2][at]!, '0')),
    ),
    written(bytes, (byte) => byte.toString(2).padStart(8, '0')),
    ...[8, 10].map((radix) => written(bytes, (byte) => byte.toString(radix).padStart(3, '0'))),
    // As Java has them, without the sign.
    written(bytes, (byte) => String(Math.abs((byte << 24) >> 24))),
    ...['0123456789', '0123456789abcdefghijklmnopqrstuvwxyz', '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'].map((digits) =>
      asOneNumber(`0x${hex}`, digits),
    ),
  ];
}

/** A text with its letters thirteen places on. */
export function rot13(text: string): string {
  return text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97));
}

/** What the bytes are in the middle of begins at any of three places. */
function base64Of(bytes: Uint8Array): string[] {
  return [0, 1, 2].map((start) => {
    const whole = bytes.subarray(start, start + 3 * Math.floor((bytes.length - start) / 3));
    return btoa(written(whole, (byte) => String.fromCharCode(byte)));
  });
}

function base32Of(bytes: Uint8Array): string[] {
  const bits = written(bytes, (byte) => byte.toString(2).padStart(8, '0'));
  return [0, 8, 16, 24, 32].map((start) =>
    (bits.slice(start).match(/.{5}/g) ?? []).map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five, 2)]).join(''),
  );
}

function asOneNumber(hex: string, digits: string): string {
  const base = BigInt(digits.length);
  let text = '';
  for (let rest = BigInt(hex); rest > 0n; rest /= base) text = digits[Number(rest % base)]! + text;
  return text;
}
