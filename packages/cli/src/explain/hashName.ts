import { signatureScheme } from '@finauth-sdk/client';

/** The hash under the scheme's HMAC, as node:crypto calls it: HMAC-SHA1 → sha1. */
export const hashName: string = signatureScheme.digest.replace(/^HMAC-/, '').toLowerCase();
