import { createHmac } from 'node:crypto';
import { signatureScheme } from '@finauth-sdk/client';
import { createSigner, inspectSign, verifySign } from '@finauth-sdk/signing';
import { hashName } from '../explain/hashName.ts';
import { failed, type Outcome, passed, skipped } from './check.ts';
import type { Findings } from './findings.ts';

/** Whether a signature of these credentials holds by the server's clock, if that is known, and agrees with an implementation that is not ours. */
export function checkSignature({ credentials, clockOffsetMs }: Findings): Outcome {
  if (credentials === undefined) return skipped('no credentials to sign with');
  const sign = createSigner(credentials).sign();
  const { raw, digest } = inspectSign(sign);
  const other = createHmac(hashName, credentials.apiSecret).update(raw).digest();
  if (!other.equals(digest))
    return failed(
      `it does not agree with Node's own ${signatureScheme.digest}`,
      'This is a bug in the SDK: please report it, with the version of Node.',
    );
  const unproved = 'only FinAuth can tell whether the secret belongs to the key';
  if (clockOffsetMs === undefined)
    return passed(`a new one agrees with Node's own ${signatureScheme.digest}; the server's clock is not known, and ${unproved}`);
  const verdict = verifySign(sign, credentials.apiSecret, { now: () => Date.now() + clockOffsetMs });
  if (!verdict.valid)
    return failed(
      `it would be refused: ${verdict.reason}`,
      "Correct this machine's clock: by the server's clock, a new signature has already expired.",
    );
  return passed(`a new one is valid by the server's clock; ${unproved}`);
}
