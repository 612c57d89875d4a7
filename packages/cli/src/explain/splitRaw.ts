import { signatureScheme } from '@finauth-sdk/client';
import { aliases } from './rawFields.ts';

/** The two parts of a signature's bytes, as far as they can be told apart. */
export interface SplitBytes {
  readonly digest: Uint8Array;
  readonly raw: string;
  /** Whether the digest stands where it should: first. */
  readonly digestFirst: boolean;
}

const { digestBytes } = signatureScheme;
const names = [...aliases.keys()].map((name) => name.replaceAll(/[^a-z_]/gi, '')).join('|');
// Two fields at least, the first with a name that somebody could have meant for one. Neither has a control character.
const RAW = new RegExp(`^(?:${names})(?:=|%3D)[^\\u0000-\\u0008\\u000e-\\u001f]*?(?:&|%26)[a-z_]+(?:=|%3D)`, 'i');
// Where a raw string begins behind the digests that are usual: HMAC-SHA1, in hex, in Base64, none, SHA-256, SHA-512, MD5.
const OFFSETS = [digestBytes, 2 * digestBytes, 28, 0, 32, 64, 128, 16];

/** Finds the raw string in a signature's bytes, whatever stands before or behind it. */
export function splitRaw(bytes: Uint8Array): SplitBytes | undefined {
  const behind = bytes.subarray(Math.max(0, bytes.length - digestBytes));
  if (bytes.length > digestBytes && !isText(behind)) {
    const raw = rawAt(bytes.subarray(0, bytes.length - digestBytes), 0);
    if (raw !== undefined) return { digest: behind, raw, digestFirst: false };
  }
  for (const offset of [...OFFSETS, ...bytes.keys()]) {
    const raw = rawAt(bytes, offset);
    if (raw !== undefined) return { digest: bytes.subarray(0, offset), raw, digestFirst: true };
  }
  return undefined;
}

function rawAt(bytes: Uint8Array, offset: number): string | undefined {
  if (offset >= bytes.length) return undefined;
  // Most places can be told by their first byte, and need no decoding.
  if (!/[a-z]/i.test(String.fromCharCode(bytes[offset]!))) return undefined;
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
