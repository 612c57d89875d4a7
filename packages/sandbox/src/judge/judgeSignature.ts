import { signatureScheme } from '@finauth-sdk/client';
import type { Call } from '../call.ts';
import type { State } from '../state/state.ts';
import { refuse, refuseFor, type Refusal } from './ruling.ts';
import { digestOf, sameDigest } from '../signature/digestOf.ts';
import { explainMisfit } from './explainMisfit.ts';
import { explainUnreadable } from './explainUnreadable.ts';
import { readSign } from '../signature/readSign.ts';

/** The signature has to be one. */
export function judgeSign(call: Call): Refusal | undefined {
  const text = String(call.values![signatureScheme.fields.sign]);
  const sign = readSign(text);
  if (sign === undefined) return refuseFor('INVALID_SIGN', explainUnreadable(text));
  call.sign = sign;
  return undefined;
}

/** The key has to be known. */
export function judgeKey({ sign }: Call, { settings }: State): Refusal | undefined {
  const { apiKey } = settings.credentials;
  if (sign!.apiKey === apiKey) return undefined;
  return refuse('AUTHENTICATION_ERROR', {
    message: 'This API key is unknown.',
    field: signatureScheme.fields.sign,
    expected: apiKey,
    got: sign!.apiKey,
  });
}

/** The digest has to fit the key's secret. */
export function judgeDigest(call: Call, { settings, seenSigns }: State): Refusal | undefined {
  const sign = call.sign!;
  if (!sameDigest(sign.digest, digestOf(sign.raw, settings.credentials.apiSecret)))
    return refuseFor('INVALID_SIGN', explainMisfit(sign, settings.credentials));
  // Only what the secret proves is worth remembering.
  const before = seenSigns.remember(sign.digest, call.at);
  if (before !== undefined) call.signSeenAt = before;
  return undefined;
}
