import { signatureScheme } from '@finauth-sdk/client';
import { FinAuthConfigError } from '../errors.ts';

/** What a signature says. Times are whole seconds since 1970. */
export interface SignatureFields {
  /** The API key, which FinAuth gives together with the API secret. */
  readonly apiKey: string;
  /** When the signature expires, in whole seconds since 1970; 0 for a single-use signature. */
  readonly expireTime: number;
  /** When it was made, in whole seconds since 1970; before `expireTime`. */
  readonly currentTime: number;
  /** An unsigned integer of at most ten decimal digits: a number, or a string of digits if it begins with zeros. */
  readonly random: number | string;
}

const { parameters, randomMaxDigits, singleUseExpireTime } = signatureScheme;
const RANDOM_LIMIT = 10 ** randomMaxDigits;
// In seconds, the year 5138; in milliseconds, 1973. Nobody signs for either.
const SECONDS_LIMIT = 1e11;

/**
 * The first step of a signature, its raw string: `a=<apiKey>&b=<expireTime>&c=<currentTime>&d=<random>`.
 *
 * The format comes from the vendor's FaceID pages.
 *
 * @throws {FinAuthConfigError} for a field that cannot be signed, such as a time in milliseconds.
 */
export function canonicalize({ apiKey, expireTime, currentTime, random }: SignatureFields): string {
  checkApiKey(apiKey);
  checkSeconds('currentTime', currentTime);
  checkSeconds('expireTime', expireTime);
  checkRandom(random);
  if (expireTime !== singleUseExpireTime && expireTime <= currentTime)
    throw new FinAuthConfigError(
      'expireTime must be later than currentTime: add the window to the current time, both in seconds since 1970',
    );
  const { apiKey: a, expireTime: b, currentTime: c, random: d } = parameters;
  return `${a}=${apiKey}&${b}=${expireTime}&${c}=${currentTime}&${d}=${random}`;
}

/** @throws {FinAuthConfigError} if the key is empty, or would break the raw string apart. */
export function checkApiKey(apiKey: string): void {
  checkText('apiKey', apiKey, 'FINAUTH_API_KEY');
  if (/[&=]/.test(apiKey)) throw new FinAuthConfigError('apiKey must not contain "&" or "=": copy it again, without anything around it');
}

/** @throws {FinAuthConfigError} if the secret is empty. */
export function checkApiSecret(apiSecret: string): void {
  checkText('apiSecret', apiSecret, 'FINAUTH_API_SECRET');
}

function checkText(name: string, text: string, variable: string): void {
  if (typeof text !== 'string' || text === '')
    throw new FinAuthConfigError(`${name} must be a non-empty string: set credentials.${name} or ${variable}`);
}

/** @throws {FinAuthConfigError} if it is not what the scheme allows. */
export function checkRandom(random: number | string): void {
  const holds =
    typeof random === 'string'
      ? /^\d+$/.test(random) && random.length <= randomMaxDigits
      : Number.isInteger(random) && random >= 0 && random < RANDOM_LIMIT;
  if (!holds)
    throw new FinAuthConfigError(`random must be a whole number of at most ${randomMaxDigits} decimal digits, or a string of them`);
}

function checkSeconds(name: string, seconds: number): void {
  if (Number.isInteger(seconds) && seconds >= 0 && seconds < SECONDS_LIMIT) return;
  throw new FinAuthConfigError(
    `${name} must be whole seconds since 1970${seconds >= SECONDS_LIMIT ? ', not milliseconds: divide by 1000' : ''}`,
  );
}
