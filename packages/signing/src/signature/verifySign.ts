import { signatureScheme } from '@finauth-sdk/client';
import { checkApiSecret } from './canonicalize.ts';
import { digest } from './digest.ts';
import { FinAuthInputError } from '../errors.ts';
import { type InspectedSign, inspectSign } from './inspectSign.ts';

/** Whether a signature is valid; if not, which of FinAuth's reasons applies. */
export type SignVerdict = { readonly valid: true } | { readonly valid: false; readonly reason: 'INVALID_SIGN' | 'EXPIRED_SIGN' };

/** What a signature is judged by, besides the secret. */
export interface VerifyOptions {
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  readonly now?: () => number;
}

/**
 * Checks a signature against the secret and the clock, as FinAuth would. Anything that is not a signature is INVALID_SIGN. Of a single-use signature,
 * only the digest is checked: the server has to remember whether it was used.
 *
 * @example
 * ```ts
 * const verdict = verifySign(sign, apiSecret);
 * if (!verdict.valid) console.log(verdict.reason);
 * ```
 *
 * @throws {FinAuthConfigError} for an empty secret.
 */
export function verifySign(sign: string, apiSecret: string, options: VerifyOptions = {}): SignVerdict {
  checkApiSecret(apiSecret);
  const { now = Date.now } = options;
  const inspected = tryInspect(sign);
  if (inspected === undefined || !equalInConstantTime(inspected.digest, digest(inspected.raw, apiSecret))) {
    return { valid: false, reason: 'INVALID_SIGN' };
  }
  const { expireTime } = inspected;
  const expired = expireTime !== signatureScheme.singleUseExpireTime && Math.floor(now() / 1000) > expireTime;
  return expired ? { valid: false, reason: 'EXPIRED_SIGN' } : { valid: true };
}

function tryInspect(sign: string): InspectedSign | undefined {
  try {
    return inspectSign(sign);
  } catch (error) {
    if (error instanceof FinAuthInputError) return undefined;
    throw error;
  }
}

/** Looks at every byte whatever it finds, so that the time it takes tells nothing of where two digests differ. */
function equalInConstantTime(left: Uint8Array, right: Uint8Array): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index++) difference |= left[index]! ^ right[index]!;
  return difference === 0;
}
