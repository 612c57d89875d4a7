import { createHmac, timingSafeEqual } from 'node:crypto';
import { signatureScheme } from '@finauth-sdk/client';

// HMAC-SHA1 → sha1, as node:crypto calls it.
const algorithm = signatureScheme.digest.replace(/^HMAC-/, '').toLowerCase();

/** The digest that the scheme asks for. */
export function digestOf(message: string | Buffer, secret: string | Buffer): Buffer {
  return createHmac(algorithm, secret).update(message).digest();
}

/** The plain hash under the scheme's HMAC. */
export const hashAlgorithm: string = algorithm;

/** Compares in a time that tells nothing of where two digests differ. */
export function sameDigest(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
