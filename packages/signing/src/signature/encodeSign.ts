import { encodeBase64 } from './base64.ts';
import { encodeUtf8 } from '../platform/textCoders.ts';

/** The third and last step: the bytes of the digest, then those of the raw string, as one line of standard Base64. */
export function encodeSign(digest: Uint8Array, raw: string): string {
  const rawBytes = encodeUtf8(raw);
  const bytes = new Uint8Array(digest.length + rawBytes.length);
  bytes.set(digest);
  bytes.set(rawBytes, digest.length);
  return encodeBase64(bytes);
}
