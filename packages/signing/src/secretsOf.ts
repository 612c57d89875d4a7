import { signatureScheme } from '@finauth-sdk/client';
import { decodeBase64, encodeBase64 } from './base64.ts';
import type { SignedCall } from './call.ts';
import type { Credentials } from './createSigner.ts';
import { bytesOf } from './digest.ts';
import { encodingsOf, hexOf } from './encodings.ts';

/** What must be in no error and no event, in the forms in which it is looked for. */
export interface Secrets {
  readonly what: 'the signature' | 'a credential';
  /** What each can be written as, folded. Worked out when it is asked for, since it takes as long as twenty calls. */
  readonly encodings: () => readonly string[];
  /** What pieces of an ID could be cut from: each as it stands, and as hex. */
  readonly plain: readonly string[];
  /** Credentials too short to be told from an ordinary text by a piece of them. */
  readonly short: readonly string[];
}

/** How many letters and digits in a row are a piece of a secret. */
export const TELLING_CHARACTERS = 12;
// A shorter credential is no secret: "test" may stand in any text.
const LEAST_CHARACTERS = 6;

/** A text without its white space, punctuation and case, which is all that most ways of writing a secret differ in. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return /^[\0-\x7f]*$/.test(lower) ? lower.replace(/[^a-z\d]+/g, '') : lower.replace(/[^\p{L}\p{N}]+/gu, '');
}

const ofCalls: WeakMap<SignedCall, readonly Secrets[]> = /* @__PURE__ */ new WeakMap();
const ofCredentials: WeakMap<Credentials, Secrets> = /* @__PURE__ */ new WeakMap();

/** The credentials, the digest and the raw string of a call. */
export function secretsOf(call: SignedCall): readonly Secrets[] {
  let secrets = ofCalls.get(call);
  if (secrets === undefined) ofCalls.set(call, (secrets = findSecrets(call)));
  return secrets;
}

function findSecrets({ fields, credentials }: SignedCall): Secrets[] {
  let kept = ofCredentials.get(credentials);
  if (kept === undefined) ofCredentials.set(credentials, (kept = secretsOfCredentials(credentials)));
  const sign = fields[signatureScheme.fields.sign];
  const bytes = typeof sign === 'string' ? decodeBase64(sign) : undefined;
  return bytes === undefined ? [kept] : [kept, secretsOfSignature(sign as string, bytes)];
}

function secretsOfCredentials({ apiKey, apiSecret }: Credentials): Secrets {
  const both = [apiKey, apiSecret];
  const long = both.filter((text) => fold(text).length >= TELLING_CHARACTERS);
  return {
    what: 'a credential',
    encodings: once(() => both.flatMap((text) => encodingsOf(bytesOf(text)).map(fold))),
    plain: [...long, ...long.map((text) => hexOf(bytesOf(text)))],
    short: both.filter((text) => !long.includes(text) && text.length >= LEAST_CHARACTERS),
  };
}

function secretsOfSignature(sign: string, bytes: Uint8Array): Secrets {
  const digest = bytes.subarray(0, signatureScheme.digestBytes);
  const raw = bytes.subarray(signatureScheme.digestBytes);
  return {
    what: 'the signature',
    encodings: once(() => [bytesOf(sign), digest, raw].flatMap((part) => encodingsOf(part).map(fold))),
    plain: [encodeBase64(digest), hexOf(digest)],
    short: [],
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
