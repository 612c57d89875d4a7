import { signatureScheme } from '@finauth-sdk/client';
import { hashName } from './hashName.ts';
import type { Found } from './mistakes.ts';
import { decodeUtf8 } from './splitRaw.ts';

/** A digest brought back to bytes, and by which hash it can have been made. */
export interface JudgedDigest {
  /** Undefined where nothing of it is left, or nothing that can be brought back. */
  readonly bytes: Uint8Array | undefined;
  readonly algorithm: string;
  readonly found: readonly Found[];
}

const { digestBytes } = signatureScheme;
const ALGORITHMS: Readonly<Record<number, string>> = {
  16: 'md5',
  20: 'sha1',
  28: 'sha224',
  32: 'sha256',
  48: 'sha384',
  64: 'sha512',
};

/** Judges what stands in the digest's place, by its length and its bytes. */
export function judgeDigest(given: Uint8Array): JudgedDigest {
  if (given.length === digestBytes) return { bytes: given, algorithm: hashName, found: [] };
  if (given.length === 0)
    return { bytes: undefined, algorithm: hashName, found: [{ id: 'missing-digest', seen: 'there is only the raw string' }] };
  const text = Buffer.from(given).toString('latin1');
  if (/^(?:[0-9a-f]{2})+$/i.test(text))
    return judgeBytes(Buffer.from(text, 'hex'), {
      id: 'hex-digest',
      seen: `${text.length} hex digits in place of ${digestBytes} bytes`,
    });
  if (/^[A-Za-z0-9+/]+={1,2}$/.test(text))
    return judgeBytes(Buffer.from(text, 'base64'), {
      id: 'base64-digest',
      seen: `${text.length} characters of Base64 in place of ${digestBytes} bytes`,
    });
  return asText(given) ?? judgeBytes(given);
}

function judgeBytes(bytes: Uint8Array, how?: Found): JudgedDigest {
  const found: Found[] = how === undefined ? [] : [how];
  const algorithm = ALGORITHMS[bytes.length];
  if (algorithm !== hashName)
    found.push({
      id: 'wrong-digest',
      seen: `it has ${bytes.length} bytes${algorithm === undefined ? '' : `, like ${algorithm.toUpperCase()}`}`,
    });
  return { bytes: algorithm === undefined ? undefined : bytes, algorithm: algorithm ?? hashName, found };
}

/** Bytes that were taken for text and encoded as UTF-8: each byte from 80 up became two, or was lost. */
function asText(given: Uint8Array): JudgedDigest | undefined {
  const text = decodeUtf8(given);
  if (text === undefined) return undefined;
  if (text.includes('\ufffd'))
    return {
      bytes: undefined,
      algorithm: hashName,
      found: [{ id: 'digest-as-text', seen: 'some of its bytes were replaced by U+FFFD and are lost' }],
    };
  const bytes = Buffer.from(text, 'latin1');
  if (bytes.length !== digestBytes || bytes.toString('latin1') !== text) return undefined;
  return {
    bytes,
    algorithm: hashName,
    found: [{ id: 'digest-as-text', seen: `its ${digestBytes} bytes were turned into ${given.length} bytes of UTF-8` }],
  };
}
