import { createKeyedDigest } from '#cryptography';
import { signatureScheme } from '@finauth-sdk/client';
import { encodeBase64 } from './base64.ts';
import { canonicalize, checkApiKey, checkApiSecret, checkRandom } from './canonicalize.ts';
import { bytesOf } from './digest.ts';
import { FinAuthConfigError } from '../errors.ts';
import { refuseBrowser } from '../platform/refuseBrowser.ts';
import { aFunction, checkOptions, type Rules, trueOrFalse, whole } from '../rules.ts';
import { createSecureRandom } from './secureRandom.ts';
import { writeDecimal } from './writeDecimal.ts';

const { digestBytes, randomMaxDigits } = signatureScheme;

/** The pair that FinAuth issues for an application. */
export interface Credentials {
  /** Names the application. It is part of each signature, in readable form, and must not hold `&` or `=`. */
  readonly apiKey: string;
  /** Known only to your server and FinAuth. It appears in no error, event or log line of this package. */
  readonly apiSecret: string;
}

/** How signatures are made. What is left out has its default. */
export interface SignerOptions {
  /** How long a signature is valid, in whole seconds. Default: 100, as in the vendor's samples. */
  readonly windowSeconds?: number;
  /**
   * Single-use signatures: an expiry of 0 instead of a window. Default: false.
   * Only the vendor's English page mentions them: test it with your account before you rely on it.
   */
  readonly singleUse?: boolean;
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  readonly now?: () => number;
  /** A number for each signature: whole, unsigned, at most ten digits. Default: a cryptographically secure one. */
  readonly random?: () => number;
  /**
   * Allow a secret in a browser or an app, where anyone who uses it can read the secret and mint tokens on your account. Default: false. Meant for a
   * sandbox's secret, or for a tool that only its owner uses.
   */
  readonly dangerouslyAllowBrowser?: boolean;
}

export const signerRules: Rules<SignerOptions> = {
  windowSeconds: whole(1),
  singleUse: trueOrFalse,
  now: aFunction,
  random: aFunction,
  dangerouslyAllowBrowser: trueOrFalse,
};

/** Signs for one pair of credentials, as often as it is asked. */
export interface Signer {
  /**
   * A new signature: the value of the field `sign`.
   *
   * @param at The time to sign for: a Date, or whole seconds since 1970. Default: now.
   * @throws {FinAuthConfigError} if the clock or the random number cannot be signed.
   */
  sign(at?: Date | number): string;
}

/**
 * A signer for one pair of credentials.
 *
 * @example
 * ```ts
 * const signer = createSigner({ apiKey, apiSecret });
 * const sign = signer.sign();
 * ```
 *
 * @throws {FinAuthConfigError} for an empty secret, a key with `&` or `=` in it, a window that is not a positive whole number, or in a browser.
 */
export function createSigner(credentials: Credentials, options: SignerOptions = {}): Signer {
  refuseBrowser(options.dangerouslyAllowBrowser);
  checkOptions(options, signerRules);
  const { apiKey, apiSecret } = credentials ?? {};
  checkApiKey(apiKey);
  checkApiSecret(apiSecret);
  const {
    windowSeconds = signatureScheme.defaultWindowSeconds,
    singleUse = false,
    now = Date.now,
    random = createSecureRandom(),
  } = options;
  const digest = createKeyedDigest(bytesOf(apiSecret));
  const expiryOf = (currentTime: number): number => (singleUse ? signatureScheme.singleUseExpireTime : currentTime + windowSeconds);

  // Room for a digest and the raw string after it. All but the random number stays the same for a second, so it is written once a second.
  let room = new Uint8Array();
  let signed = room;
  let raw = room;
  let signedAt: number | undefined;
  let randomStart = 0;
  function startSecond(currentTime: number): void {
    const upToRandom = bytesOf(canonicalize({ apiKey, expireTime: expiryOf(currentTime), currentTime, random: 0 }).slice(0, -1));
    randomStart = digestBytes + upToRandom.length;
    room = new Uint8Array(randomStart + randomMaxDigits);
    room.set(upToRandom, digestBytes);
    signed = room;
    raw = room.subarray(digestBytes);
    signedAt = currentTime;
  }

  return Object.freeze({
    sign(at?: Date | number): string {
      const currentTime = typeof at === 'number' ? at : Math.floor((at === undefined ? now() : at.getTime()) / 1000);
      const number = random();
      if (typeof number !== 'number') throw new FinAuthConfigError('random must return a number');
      checkRandom(number);
      if (currentTime !== signedAt) startSecond(currentTime);
      const end = writeDecimal(number, room, randomStart);
      if (end !== signed.length) {
        signed = room.subarray(0, end);
        raw = room.subarray(digestBytes, end);
      }
      digest(raw, signed);
      return encodeBase64(signed);
    },
  });
}
