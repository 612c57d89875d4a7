import { signatureScheme } from '@finauth-sdk/client';

const [hash, other] = ({ 'HMAC-SHA1': ['sha1', 'sha256'], 'HMAC-SHA256': ['sha256', 'sha1'] } as const)[signatureScheme.digest];

/** The hash under the digest that the spec asks for, as Node calls it. */
export const HASH: string = hash;

/** A hash of a digest that it does not ask for. */
export const OTHER_HASH: string = other;
