import { signatureScheme } from '@finauth-sdk/client';
import { aliases, type Role } from './rawFields.ts';

/** The two parts of a signature's bytes, as far as they can be told apart. */
export interface SplitBytes {
  readonly digest: Uint8Array;
  readonly raw: string;
  /** Whether the digest stands where it should: first. */
  readonly digestFirst: boolean;
}

const { digestBytes } = signatureScheme;
const namesOf = (role?: Role): string => [...aliases].flatMap(([name, its]) => (role === undefined || its === role ? name : [])).join('|');
// Two fields at least, the first with a name that somebody could have meant for one. Neither has a control character.
const RAW = new RegExp(`^(?:${namesOf()})(?:=|%3D)[^\\u0000-\\u0008\\u000e-\\u001f]*?(?:&|%26)\\w+(?:=|%3D)`, 'i');
// How one begins that is in order.
const FIRST = new RegExp(`^(?:${namesOf('apiKey')})(?:=|%3D)`, 'i');
// Where a raw string begins behind the digests that are usual: the right one, in hex, in Base64, none, SHA-1, SHA-256, SHA-512, MD5.
const OFFSETS = [digestBytes, 2 * digestBytes, 4 * Math.ceil(digestBytes / 3), 0, 20, 32, 64, 128, 16];

/** Finds the raw string in a signature's bytes, whatever stands before or behind it. */
export function splitRaw(bytes: Uint8Array): SplitBytes | undefined {
  const end = Math.max(0, bytes.length - digestBytes);
  const behind = bytes.subarray(end);
  if (!isText(behind)) {
    const raw = rawAt(bytes.subarray(0, end), 0);
    if (raw !== undefined) return { digest: behind, raw, digestFirst: false };
  }
  const at = (offset: number): SplitBytes | undefined => {
    const raw = rawAt(bytes, offset);
    return raw === undefined ? undefined : { digest: bytes.subarray(0, offset), raw, digestFirst: true };
  };
  // Behind a short digest, the first field may stand where the digest should end, and the second one behind it.
  const usual = OFFSETS.flatMap((offset) => at(offset) ?? []);
  return usual.find(({ raw }) => FIRST.test(raw)) ?? usual[0] ?? firstOf(bytes.keys(), at);
}

function firstOf<T, R>(values: Iterable<T>, map: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = map(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

function rawAt(bytes: Uint8Array, offset: number): string | undefined {
  // Most offsets are ruled out by their first byte, without decoding. Past the end there is none.
  if (!/[a-z_]/i.test(String.fromCharCode(bytes[offset] ?? 0))) return undefined;
  const text = decodeUtf8(bytes.subarray(offset));
  return text !== undefined && RAW.test(text) ? text : undefined;
}

function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
}

export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
