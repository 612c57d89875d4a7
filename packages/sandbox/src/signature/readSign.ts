import { signatureScheme } from '@finauth-sdk/client';

/** What a signature says. Times are whole seconds since 1970. */
export interface ReadSign {
  readonly apiKey: string;
  readonly expireTime: number;
  readonly currentTime: number;
  readonly raw: Buffer;
  readonly digest: Buffer;
}

const { parameters, digestBytes, randomMaxDigits } = signatureScheme;

// No second since 1970 has more digits before the year 5138; a millisecond has.
export const TIME_DIGITS = 11;

/** The raw string, in the parameters' own order. */
const RAW = new RegExp(
  `^${parameters.apiKey}=(?<apiKey>[^&=]+)&${parameters.expireTime}=(?<expireTime>\\d{1,${TIME_DIGITS}})` +
    `&${parameters.currentTime}=(?<currentTime>\\d{1,${TIME_DIGITS}})&${parameters.random}=\\d{1,${randomMaxDigits}}$`,
);

/** Takes a signature apart; undefined for what is none. Why it is none, `explainUnreadable` says. */
export function readSign(sign: string): ReadSign | undefined {
  const bytes = Buffer.from(sign, 'base64');
  // Node reads any alphabet and skips what it does not know: only what it would write itself is as it has to be.
  if (bytes.toString('base64') !== sign) return undefined;
  const raw = bytes.subarray(digestBytes);
  const fields = RAW.exec(utf8(raw) ?? '')?.groups;
  if (fields === undefined) return undefined;
  return {
    apiKey: fields.apiKey!,
    expireTime: Number(fields.expireTime),
    currentTime: Number(fields.currentTime),
    raw,
    digest: bytes.subarray(0, digestBytes),
  };
}

/** The text that the bytes are; undefined where they are not UTF-8. */
export function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
