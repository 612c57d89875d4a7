import { createHash } from 'node:crypto';
import { signatureScheme } from '@finauth-sdk/client';
import type { Why } from './ruling.ts';
import type { Credentials } from '../state/settings.ts';
import { digestOf, hashAlgorithm, sameDigest } from '../signature/digestOf.ts';
import { type Mistake, mistakes } from '../signature/mistakes.ts';
import type { ReadSign } from '../signature/readSign.ts';

/** Says which mistake makes a digest not fit, by making each usual mistake itself and comparing. */
export function explainMisfit(sign: ReadSign, credentials: Credentials): Why {
  const found = attempts(sign.raw, credentials).find(([, digest]) => sameDigest(sign.digest, digest));
  const mistake = found?.[0] ?? 'wrongSecret';
  return {
    mistake,
    message: mistakes[mistake],
    field: signatureScheme.fields.sign,
    expected: `${signatureScheme.digest} of the raw string with this key’s secret`,
    got: 'another digest',
  };
}

function attempts(raw: Buffer, { apiKey, apiSecret }: Credentials): (readonly [Mistake, Buffer])[] {
  const { digestBytes } = signatureScheme;
  const hash = (...pieces: (string | Buffer)[]): Buffer =>
    pieces.reduce((sum, piece) => sum.update(piece), createHash(hashAlgorithm)).digest();
  const cut = (algorithm: string): Buffer => createHash(algorithm).update(raw).digest().subarray(0, digestBytes);
  const text = raw.toString('utf8');
  const decoded = (['base64', 'hex'] as const).map((encoding) => Buffer.from(apiSecret, encoding)).filter(({ length }) => length > 0);
  return [
    ...['\n', '\r\n', ' ', '\t']
      .flatMap((space) => [`${apiSecret}${space}`, `${space}${apiSecret}`])
      .map((secret) => ['secretPadded', digestOf(raw, secret)] as const),
    ...[`"${apiSecret}"`, `'${apiSecret}'`, apiSecret.trim()].map((secret) => ['secretPadded', digestOf(raw, secret)] as const),
    ['apiKeyAsSecret', digestOf(raw, apiKey)],
    ['keyAndMessageSwapped', digestOf(apiSecret, raw)],
    ...[hash(raw, apiSecret), hash(apiSecret, raw), hash(raw), cut('sha256')].map((digest) => ['notHmac', digest] as const),
    ...decoded.map((secret) => ['secretDecoded', digestOf(raw, secret)] as const),
    ...[`${text}\n`, encodeURIComponent(text), text.split('&').toSorted().toReversed().join('&')].map(
      (spelling) => ['otherText', digestOf(spelling, apiSecret)] as const,
    ),
  ];
}
