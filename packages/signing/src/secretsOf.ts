import { signatureScheme } from '@finauth-sdk/client';
import { decodeBase64 } from './base64.ts';
import type { Call } from './call.ts';

/** What of a signed call must be in no error: the signature, its digest, and its raw string but for the key. Worked out only once there is one. */
export function secretsOf({ fields }: Call): string[] {
  const sign = fields[signatureScheme.fields.sign];
  const bytes = typeof sign === 'string' ? decodeBase64(sign) : undefined;
  if (bytes === undefined) return [];
  const digest = Array.from(bytes.subarray(0, signatureScheme.digestBytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const raw = new TextDecoder().decode(bytes.subarray(signatureScheme.digestBytes));
  return [sign as string, digest, raw.slice(raw.indexOf('&'))];
}
