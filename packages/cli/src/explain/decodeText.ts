import { signatureScheme } from '@finauth-sdk/client';
import { splitRaw } from './splitRaw.ts';
import type { Found } from './mistakes.ts';

/** What the text of a signature holds, once everything is undone that was done to it by mistake. */
export interface DecodedText {
  /** Undefined where it cannot be decoded. */
  readonly bytes: Uint8Array | undefined;
  readonly found: readonly Found[];
}

const MOST_LAYERS = 3;
const SHORTEST_HEX = 2 * signatureScheme.digestBytes;
/** The field's name with its separator, or the separator alone, since no Base64 begins with one. */
const NAME = new RegExp(`^(?:["']?${signatureScheme.fields.sign}["']?\\s*[=:]+|[=:]+(?=[^=]))\\s*`, 'i');

/** Undoes, layer by layer, what is usually done to a signature that should be plain Base64. */
export function decodeText(text: string): DecodedText {
  const found: Found[] = [];
  const rest = withPluses(onOneLine(withoutPercents(withoutEscapes(withoutWrapping(text, found), found), found), found), found);
  const bytes = decode(rest, found);
  return { bytes, found };
}

function withoutWrapping(text: string, found: Found[]): string {
  const bare = withoutEdges(text, found);
  // A name may be within quotes or before them.
  const unwrapped = unwrap(unwrap(bare));
  if (unwrapped !== bare) found.push({ id: 'wrapped', seen: 'there are quotes, a name or a separator around it' });
  return unwrapped;
}

function unwrap(text: string): string {
  return text
    .replace(/^(?:-F|--form) /, '')
    .replace(/[,;]$/, '')
    .replace(/^(["'`])([^"'`]*)\1$/, '$2')
    .replace(NAME, '');
}

function withoutEdges(text: string, found: Found[]): string {
  const trimmed = text.replace(/^[\r\n\t]+|(?<!\s)\s+$/g, '');
  // A blank at the beginning may be a plus, if the length says that one is missing.
  const bare = trimmed.startsWith(' ') && trimmed.trimStart().length % 4 === 0 ? trimmed.trimStart() : trimmed;
  if (bare === '') return bare;
  const start = text.indexOf(bare);
  const edges = text.slice(0, start) + text.slice(start + bare.length);
  if (/[\r\n]/.test(edges)) found.push({ id: 'line-breaks', seen: 'there is one before or after it' });
  if (/[^\r\n]/.test(edges)) found.push({ id: 'surrounding-white-space', seen: 'there are spaces before or after it' });
  return bare;
}

function withoutEscapes(text: string, found: Found[]): string {
  const plain = text
    .replaceAll(/\\u00([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/\\[rn]/g, '\n')
    .replaceAll('\\/', '/');
  if (plain !== text) found.push({ id: 'json-escaped', seen: 'it contains a backslash' });
  return plain;
}

function withoutPercents(text: string, found: Found[]): string {
  let plain = text;
  let layers = 0;
  while (layers < MOST_LAYERS && /%[0-9a-f]{2}/i.test(plain)) {
    plain = plain.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    layers++;
  }
  if (layers > 0)
    found.push({
      id: 'percent-encoded',
      seen: `it contains ${[...new Set(text.match(/%[0-9a-f]{2}/gi))].slice(0, 3).join(', ')}${layers > 1 ? `, encoded ${layers} times` : ''}`,
    });
  return plain;
}

function onOneLine(text: string, found: Found[]): string {
  const lines = text.replaceAll(/[ \t\r\n]+/g, (run) => (/[\r\n]/.test(run) ? '\n' : run)).split('\n');
  if (lines.length > 1) found.push({ id: 'line-breaks', seen: `it has ${lines.length} lines` });
  return lines.join('');
}

function withPluses(text: string, found: Found[]): string {
  if (!/[ \t]/.test(text) || isPlainRaw(text)) return text;
  found.push({ id: 'space-for-plus', seen: 'there is a space in it' });
  return text.replaceAll(/[ \t]/g, '+');
}

function decode(text: string, found: Found[]): Uint8Array | undefined {
  if (isPlainRaw(text)) {
    found.push({ id: 'not-encoded', seen: 'its fields are readable as plain text' });
    return withDecodedHead(text);
  }
  if (/^(?:[0-9a-f]{2})+$/i.test(text) && text.length >= SHORTEST_HEX) return fromHex(text, found);
  let base64 = text;
  if (/[-_]/.test(base64)) {
    found.push({ id: 'url-safe-alphabet', seen: `it contains ${/-/.test(base64) ? '"-"' : '"_"'}` });
    base64 = base64.replaceAll('-', '+').replaceAll('_', '/');
  }
  if (/[^A-Za-z0-9+/=]/.test(base64) || base64.replaceAll('=', '') === '') {
    found.push({ id: 'not-base64', seen: base64 === '' ? 'it is empty' : 'it contains characters that are not in Base64' });
    return undefined;
  }
  return inParts(base64, found) ?? fromBase64(base64, found);
}

/** Only a digest in hex, or a whole signature in hex. */
function fromHex(text: string, found: Found[]): Uint8Array {
  const bytes = Buffer.from(text, 'hex');
  if (splitRaw(bytes) === undefined) return Buffer.from(text, 'latin1');
  found.push({ id: 'hex-for-base64', seen: 'it consists of hex digits' });
  return bytes;
}

/** Padding within the text is where one encoding ended and the next began. */
function inParts(base64: string, found: Found[]): Uint8Array | undefined {
  const match = /^([^=]+=+)([^=].*)/.exec(base64);
  if (match === null) return undefined;
  found.push({ id: 'encoded-in-parts', seen: 'there is a "=" in the middle of it' });
  return Buffer.concat(match.slice(1).map((part) => Buffer.from(part, 'base64')));
}

function fromBase64(base64: string, found: Found[]): Uint8Array {
  const bare = base64.replace(/(?<!=)=+$/, '');
  const bytes = Buffer.from(bare, 'base64');
  const inner = bytes.toString('latin1');
  if (/^[A-Za-z0-9+/_-]{60,}={0,2}$/.test(inner)) {
    found.push({ id: 'encoded-twice', seen: 'it decodes to Base64' });
    return fromBase64(inner.replaceAll('-', '+').replaceAll('_', '/'), found);
  }
  const exact = bytes.toString('base64');
  if (bare.length % 4 === 1) found.push({ id: 'cut-off', seen: 'no Base64 has this length' });
  else if (exact.length !== base64.length)
    found.push({ id: 'wrong-padding', seen: `it ends in ${base64.length - bare.length} "=" instead of ${exact.length - bare.length}` });
  else if (exact !== base64) found.push({ id: 'altered-end', seen: 'its last character has unused bits set' });
  return bytes;
}

function isPlainRaw(text: string): boolean {
  const first = text.search(/\w=/);
  return first >= 0 && /&\w+=/.test(text.slice(first)) && splitRaw(Buffer.from(text, 'utf8')) !== undefined;
}

/** A digest in Base64 before a raw string that is not: as bytes, like the rest. */
function withDecodedHead(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'utf8');
  const { digest, raw } = splitRaw(bytes)!;
  const head = Buffer.from(digest).toString('latin1');
  const decoded = Buffer.from(head, 'base64');
  const isDigest = decoded.length === signatureScheme.digestBytes && decoded.toString('base64') === head;
  return isDigest ? Buffer.concat([decoded, Buffer.from(raw, 'utf8')]) : bytes;
}
