import { signatureScheme } from '@finauth-sdk/client';
import { inspectSign, verifySign } from '@finauth-sdk/signing';
import { decodeText } from './decodeText.ts';
import { judgeDigest } from './judgeDigest.ts';
import { judgeRaw } from './judgeRaw.ts';
import { judgeSecret } from './judgeSecret.ts';
import type { Found } from './mistakes.ts';
import type { Role } from './rawFields.ts';
import { splitRaw } from './splitRaw.ts';

/** What can be told of a signature. */
export interface Explanation {
  readonly length: number;
  /** Whether FinAuth can read it as it stands. */
  readonly wellFormed: boolean;
  readonly digest: Uint8Array | undefined;
  readonly fields: Readonly<Partial<Record<Role, string | undefined>>>;
  /** Times in whole seconds since 1970, where they are right. */
  readonly expireTime: number | undefined;
  readonly currentTime: number | undefined;
  readonly singleUse: boolean;
  /** Undefined where it has no expiry that can be read, or serves once. */
  readonly expired: boolean | undefined;
  /** Whether it fits the secret that was given, if one was and there is a digest to compare. */
  readonly fitsSecret: boolean | undefined;
  readonly found: readonly Found[];
}

export interface ExplainContext {
  readonly nowMs: number;
  readonly secret?: string | undefined;
  readonly apiKey?: string | undefined;
}

const { singleUseExpireTime, digestBytes, parameters } = signatureScheme;
// A digest, and a raw string whose values have one character each.
const SHORTEST =
  digestBytes +
  Object.values(parameters)
    .map((name) => `${name}=0`)
    .join('&').length;

/** Tells what a signature says, and every usual mistake that it shows. Any text is taken. */
export function explainSign(text: string, { nowMs, secret, apiKey }: ExplainContext): Explanation {
  const wellFormed = isWellFormed(text);
  const { bytes, found: ofText } = decodeText(text);
  const split = bytes === undefined ? undefined : splitRaw(bytes);
  if (split === undefined) return { ...nothing(text), found: bytes === undefined ? ofText : withoutRaw(text, bytes, ofText) };

  const digest = judgeDigest(split.digest);
  const raw = judgeRaw(split.raw, nowMs);
  const found = [
    ...ofText,
    ...(split.digestFirst ? [] : [{ id: 'digest-after-raw', seen: `${digestBytes} bytes follow it` } as const]),
    ...digest.found,
    ...raw.found,
  ];
  const { fields } = raw;
  const expireTime = secondsOf(fields.expireTime);
  const singleUse = expireTime === singleUseExpireTime;

  let fitsSecret: boolean | undefined;
  if (secret !== undefined && digest.bytes !== undefined) {
    const verdict = judgeSecret({ digest: digest.bytes, algorithm: digest.algorithm, raw: split.raw, apiKey: fields.apiKey }, secret);
    // Where nothing else is wrong, the judgement is the signing package's.
    fitsSecret = wellFormed ? fits(text, secret, nowMs) : verdict.fits;
    // What is cut off fits nothing, whatever the secret.
    const cut = found.some(({ id }) => id === 'cut-off' || id === 'missing-field');
    found.push(...verdict.found.filter(({ id }) => !cut || id !== 'other-secret'));
  }
  if (secret && split.raw.includes(secret)) found.push({ id: 'secret-in-signature', seen: 'the raw string contains it' });
  if (apiKey && fields.apiKey && !found.some(({ id }) => id === 'empty-key') && fields.apiKey !== apiKey)
    found.push({ id: 'other-key', seen: 'the API keys are not the same' });
  if (!wellFormed && found.length === 0) found.push({ id: 'raw-form', seen: 'FinAuth could not read it' });

  return {
    length: text.length,
    wellFormed,
    digest: digest.bytes,
    fields,
    expireTime: singleUse ? undefined : expireTime,
    currentTime: secondsOf(fields.currentTime),
    singleUse,
    expired: singleUse || expireTime === undefined ? undefined : Math.floor(nowMs / 1000) > expireTime,
    fitsSecret,
    found: unique(found),
  };
}

function isWellFormed(text: string): boolean {
  try {
    inspectSign(text);
    return true;
  } catch {
    return false;
  }
}

/** EXPIRED_SIGN is said of signatures that fit. */
function fits(text: string, secret: string, nowMs: number): boolean {
  const verdict = verifySign(text, secret, { now: () => nowMs });
  return verdict.valid || verdict.reason === 'EXPIRED_SIGN';
}

function nothing(text: string): Omit<Explanation, 'found'> {
  return {
    length: text.length,
    wellFormed: false,
    digest: undefined,
    fields: {},
    expireTime: undefined,
    currentTime: undefined,
    singleUse: false,
    expired: undefined,
    fitsSecret: undefined,
  };
}

/** There is no raw string: perhaps a digest, alone, or no signature at all. */
function withoutRaw(text: string, bytes: Uint8Array, ofText: readonly Found[]): Found[] {
  const { found } = judgeDigest(bytes);
  const isDigest = bytes.length === digestBytes || found.some(({ id }) => id === 'hex-digest');
  if (!isDigest && bytes.length < SHORTEST)
    return [{ id: 'no-signature', seen: `it has ${text.trim().length} characters, and no raw string` }];
  return [
    ...ofText,
    { id: 'missing-raw', seen: `its ${bytes.length} bytes contain no raw string` },
    ...found.filter(({ id }) => id === 'hex-digest'),
  ];
}

function secondsOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,11}$/.test(text) ? Number(text) : undefined;
}

/** Each mistake once, with the first that shows it. */
function unique(found: readonly Found[]): Found[] {
  return found.filter(({ id }, index) => found.findIndex((other) => other.id === id) === index);
}
