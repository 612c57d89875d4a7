import { createKeyedDigest } from '#cryptography';
import { signatureScheme } from '@finauth-sdk/client';
import { encodeUtf8 } from '../platform/textCoders.ts';

/**
 * The second step: the raw bytes of the HMAC that `signatureScheme.digest` of the client names, over the raw string, keyed with the API secret.
 * Strings are taken as UTF-8.
 *
 * @returns `signatureScheme.digestBytes` bytes, not hex.
 */
export function digest(raw: string | Uint8Array, apiSecret: string | Uint8Array): Uint8Array {
  const into = new Uint8Array(signatureScheme.digestBytes);
  createKeyedDigest(bytesOf(apiSecret))(bytesOf(raw), into);
  return into;
}

/** The bytes that a text counts as. */
export function bytesOf(value: string | Uint8Array): Uint8Array {
  return typeof value === 'string' ? encodeUtf8(value) : value;
}
