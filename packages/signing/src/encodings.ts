/** Bytes as a text of one character each, which engines handle many times faster than arrays. */
type Binary = string;

export const hexOf = (bytes: Uint8Array): string => inHex(binaryOf(bytes));

/**
 * Bytes in the ways in which programs write them down: as text, as numbers to several bases, in Base64, Base32 and Base58, and some of these within one another.
 * What stands between two bytes is left out.
 */
export function encodingsOf(bytes: Uint8Array): string[] {
  const binary = binaryOf(bytes);
  const hex = inHex(binary);
  const base64 = inBase64(binary);
  const wide = written(binary, (byte) => `${String.fromCharCode(byte)}\0`);
  const number = BigInt(`0x${hex}`);
  return [
    new TextDecoder().decode(bytes),
    hex,
    ...base64,
    ...base64.flatMap((text) => [...inBase64(text), inHex(text)]),
    ...inBase64(hex),
    ...inBase64(hex.toUpperCase()),
    ...inBase64(wide),
    inHex(wide),
    ...inBase32(binary),
    ...[2, 8, 10, 16].map((radix) => written(binary, (byte) => byte.toString(radix))),
    written(binary, (byte) => byte.toString(2).padStart(8, '0')),
    written(binary, (byte) => byte.toString(8).padStart(3, '0')),
    written(binary, (byte) => byte.toString().padStart(3, '0')),
    written(binary, (byte) => `0b${byte.toString(2).padStart(8, '0')}`),
    written(binary, (byte) => `0o${byte.toString(8).padStart(3, '0')}`),
    written(binary, (byte) => `0x${HEX[byte]!}`),
    written(binary, (byte) => `x${HEX[byte]!}`),
    // As Java has them, without the sign.
    written(binary, (byte) => String(Math.abs((byte << 24) >> 24))),
    number.toString(),
    number.toString(36),
    inBase58(number),
  ];
}

/** A text with its letters thirteen places on. */
export function rot13(text: string): string {
  return text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97));
}

function binaryOf(bytes: Uint8Array): Binary {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return binary;
}

function written(binary: Binary, write: (byte: number) => string): string {
  let text = '';
  for (let at = 0; at < binary.length; at++) text += write(binary.charCodeAt(at));
  return text;
}

const HEX: readonly string[] = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const inHex = (binary: Binary): string => written(binary, (byte) => HEX[byte]!);

/** What the bytes are in the middle of begins at any of three places. */
function inBase64(binary: Binary): string[] {
  return [0, 1, 2].map((start) => btoa(binary.slice(start, binary.length - ((binary.length - start) % 3))));
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Five bytes are eight characters, and begin at any of five places. */
function inBase32(binary: Binary): string[] {
  return [0, 1, 2, 3, 4].map((start) => {
    let text = '';
    let bits = 0;
    let held = 0;
    for (let at = start; at < binary.length; at++) {
      bits = ((bits << 8) | binary.charCodeAt(at)) & 0xfff;
      for (held += 8; held >= 5;) text += BASE32[(bits >> (held -= 5)) & 31]!;
    }
    return text;
  });
}

function inBase58(number: bigint): string {
  let text = '';
  for (let rest = number; rest > 0n; rest /= 58n) text = BASE58[Number(rest % 58n)]! + text;
  return text;
}
