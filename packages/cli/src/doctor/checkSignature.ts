import { createHmac } from 'node:crypto';
import { createSigner, inspectSign, verifySign } from '@finauth-sdk/signing';
import { failed, type Outcome, passed, skipped } from './check.ts';
import type { Findings } from './diagnose.ts';

/** Whether a signature of these credentials holds by the server's clock, and agrees with an implementation that is not ours. */
export function checkSignature({ credentials, clockOffsetMs = 0 }: Findings): Outcome {
  if (credentials === undefined) return skipped('there are no credentials to sign with');
  const sign = createSigner(credentials).sign();
  const { raw, digest } = inspectSign(sign);
  const other = createHmac('sha1', credentials.apiSecret).update(raw).digest();
  if (!other.equals(digest))
    return failed(
      "it does not agree with Node's own HMAC-SHA1",
      'This is a defect of the SDK: please report it, with the version of Node.',
    );
  const verdict = verifySign(sign, credentials.apiSecret, { now: () => Date.now() + clockOffsetMs });
  if (!verdict.valid)
    return failed(
      `it would be refused: ${verdict.reason}`,
      "Set this machine's clock right: by the server's, a fresh signature has expired.",
    );
  return passed("a fresh one holds by the server's clock; only FinAuth can tell whether the secret belongs to the key");
}
