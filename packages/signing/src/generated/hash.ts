// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

/** The hash under the digest of a signature, as Node calls it. */
export const HASH: 'sha1' | 'sha256' = 'sha1';

/** How many bytes the digest has. */
export const DIGEST_BYTES: number = 20;
