import { signatureScheme } from '@finauth-sdk/client';
import { decodeBase64 } from './base64.ts';
import type { SignatureFields } from './canonicalize.ts';
import { FinAuthInputError } from '../errors.ts';
import { decodeUtf8 } from '../platform/textCoders.ts';

/** What a signature says, and its digest. */
export interface InspectedSign extends SignatureFields {
  /** The raw bytes of the HMAC. */
  readonly digest: Uint8Array;
  /** The raw string that was digested. */
  readonly raw: string;
}

/**
 * Decodes a signature. It needs no secret, so it proves nothing: see `verifySign`.
 *
 * @throws {FinAuthInputError} if it is not a signature. The message says at which step it fails.
 */
export function inspectSign(sign: string): InspectedSign {
  const { digestBytes, randomMaxDigits } = signatureScheme;
  const bytes = decodeBase64(sign);
  if (bytes === undefined) {
    throw notASign('base64', 'must be Base64 with the standard alphabet ("+" and "/"), padded, on one line, and not percent-encoded');
  }
  if (bytes.length <= digestBytes) throw notASign('length', `must hold ${digestBytes} bytes of digest and a raw string after them`);
  const raw = decodeUtf8(bytes.subarray(digestBytes), { ignoreBOM: true });
  const match = matchRaw(raw ?? '');
  if (match === null) {
    throw notASign(
      'raw',
      `must have its raw string after ${digestBytes} raw bytes of digest (a hex digest is longer), with whole seconds and a random of at most ${randomMaxDigits} digits`,
    );
  }
  const [, apiKey, expireTime, currentTime, random] = match as unknown as [string, string, string, string, string];
  return {
    apiKey,
    expireTime: Number(expireTime),
    currentTime: Number(currentTime),
    // As a number it would lose the zeros that it begins with, and with them what was signed.
    random: String(Number(random)) === random ? Number(random) : random,
    digest: bytes.slice(0, digestBytes),
    raw: raw!,
  };
}

/** Made when it is asked for, and not when this file is loaded, so that who only signs neither bundles nor waits for it. */
function matchRaw(raw: string): RegExpExecArray | null {
  const { parameters, randomMaxDigits } = signatureScheme;
  const [key, expire, current, random] = [parameters.apiKey, parameters.expireTime, parameters.currentTime, parameters.random];
  return new RegExp(`^${key}=([^&=]+)&${expire}=(\\d{1,11})&${current}=(\\d{1,11})&${random}=(\\d{1,${randomMaxDigits}})$`).exec(raw);
}

function notASign(rule: string, message: string): FinAuthInputError {
  const { sign } = signatureScheme.fields;
  return new FinAuthInputError('This is not a signature', [{ field: sign, rule, message: `${sign} ${message}` }]);
}
