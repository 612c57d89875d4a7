import { signatureScheme } from '@finauth-sdk/client';
import { FinAuthConfigError } from './errors.ts';

/** What a signature says. Times are whole seconds since 1970. */
export interface SignatureFields {
  /** The API key, which FinAuth's console gives together with the API secret. */
  readonly apiKey: string;
  /** When the signature ends, in whole seconds since 1970; 0 for one that serves once. */
  readonly expireTime: number;
  /** When it was made, in whole seconds since 1970; before `expireTime`. */
  readonly currentTime: number;
  /** An unsigned integer of at most ten decimal digits. */
  readonly random: number;
}

const { parameters, randomMaxDigits, singleUseExpireTime } = signatureScheme;
const RANDOM_LIMIT = 10 ** randomMaxDigits;
// In seconds, the year 5138; in milliseconds, 1973. Nobody signs for either.
const SECONDS_LIMIT = 1e11;

/**
 * The first step of a signature, its raw string: `a=<apiKey>&b=<expireTime>&c=<currentTime>&d=<random>`.
 *
 * The form is known from the vendor's FaceID pages.
 *
 * @throws {FinAuthConfigError} for a field that cannot be signed, such as a time in milliseconds.
 */
export function canonicalize(fields: SignatureFields): string {
  checkApiKey(fields.apiKey);
  checkSeconds('currentTime', fields.currentTime);
  checkSeconds('expireTime', fields.expireTime);
  checkRandom(fields.random);
  if (fields.expireTime !== singleUseExpireTime && fields.expireTime <= fields.currentTime) {
    throw new FinAuthConfigError(
      'expireTime must be later than currentTime: add the window to the current time, both in seconds since 1970',
    );
  }
  return `${parameters.apiKey}=${fields.apiKey}&${parameters.expireTime}=${fields.expireTime}&${parameters.currentTime}=${fields.currentTime}&${parameters.random}=${fields.random}`;
}

/** @throws {FinAuthConfigError} if the key is empty, or would break the raw string apart. */
export function checkApiKey(apiKey: string): void {
  if (typeof apiKey !== 'string' || apiKey === '')
    throw new FinAuthConfigError('apiKey must be a string that is not empty: set FINAUTH_API_KEY or credentials.apiKey');
  if (/[&=]/.test(apiKey))
    throw new FinAuthConfigError('apiKey must not contain "&" or "=": copy it again from the console, and nothing around it');
}

/** @throws {FinAuthConfigError} if the secret is empty. */
export function checkApiSecret(apiSecret: string): void {
  if (typeof apiSecret !== 'string' || apiSecret === '') {
    throw new FinAuthConfigError('apiSecret must be a string that is not empty: set FINAUTH_API_SECRET or credentials.apiSecret');
  }
}

/** @throws {FinAuthConfigError} if the number is not what the scheme allows. */
export function checkRandom(random: number): void {
  if (!Number.isInteger(random) || random < 0 || random >= RANDOM_LIMIT) {
    throw new FinAuthConfigError(`random must be a whole number from 0 to ${RANDOM_LIMIT - 1}: at most ${randomMaxDigits} decimal digits`);
  }
}

function checkSeconds(name: string, seconds: number): void {
  if (Number.isInteger(seconds) && seconds >= 0 && seconds < SECONDS_LIMIT) return;
  const milliseconds = seconds >= SECONDS_LIMIT ? '; this looks like milliseconds, so divide by 1000 and round down' : '';
  throw new FinAuthConfigError(`${name} must be in whole seconds since 1970${milliseconds}`);
}
