// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

import type { ErrorAdvice } from './errorCatalogue.ts';

/** What to do about an error. */
export interface ErrorAction extends Pick<ErrorAdvice, 'retry' | 'remedy'> {
  /** What its page in the docs is called, if not as the code, the reason or the status is, in lower case. */
  readonly page?: string;
}

/**
 * What to do about each error, by its code, by code and reason (`CODE: REASON`), or by the status of a gateway that answered in FinAuth's place.
 */
export const errorAdvice: Readonly<Record<string, ErrorAction>> = {
  '413': {
    retry: 'never',
    remedy: 'Send less, such as a smaller photo or shorter fields.',
  },
  '429': {
    retry: 'later',
    remedy: 'Wait as long as Retry-After says, and run fewer calls at once (maxConcurrency).',
  },
  '502': {
    retry: 'later',
    remedy: 'Retry after a pause. If it persists, give FinAuth\'s support the time and the region.',
  },
  '503': {
    retry: 'later',
    remedy: 'Retry after a pause. If it persists, give FinAuth\'s support the time and the region.',
  },
  '504': {
    retry: 'later',
    remedy: 'Retry after a pause. If it persists, give FinAuth\'s support the time and the region.',
  },
  MISSING_ARGUMENTS: {
    retry: 'never',
    remedy: 'Send the field that the detail names.',
  },
  BAD_ARGUMENTS: {
    retry: 'never',
    remedy: 'Correct the field that the detail names. Compare a liveness_id with FinAuth\'s console.',
  },
  AUTHENTICATION_ERROR: {
    retry: 'never',
    remedy: 'Check that the API key and secret belong together and were copied whole.',
  },
  AUTHORIZATION_ERROR: {
    retry: 'never',
    remedy: 'Act on the detail. If it is not listed, give FinAuth\'s support the request_id.',
  },
  'AUTHORIZATION_ERROR: API_KEY_BE_DISCONTINUED': {
    retry: 'never',
    remedy: 'Ask FinAuth to enable the key, or use another one.',
  },
  'AUTHORIZATION_ERROR: IP_NOT_ALLOWED': {
    retry: 'never',
    remedy: 'Ask FinAuth to allow your server\'s public IP address.',
  },
  'AUTHORIZATION_ERROR: LIMIT_REACHED': {
    retry: 'never',
    remedy: 'Ask FinAuth for more calls, or use a key that is not a test key.',
  },
  'AUTHORIZATION_ERROR: DENIED': {
    retry: 'never',
    remedy: 'Ask FinAuth\'s business team to enable this API for your key.',
  },
  'AUTHORIZATION_ERROR: EXPIRED_SIGN': {
    retry: 'fresh_signature',
    remedy: 'Correct your server\'s clock. If you sign requests yourself, sign each attempt anew, with times in seconds.',
  },
  'AUTHORIZATION_ERROR: INVALID_SIGN': {
    retry: 'never',
    remedy: 'Check that the API key and secret belong together and were copied whole. If you sign requests yourself, run `finauth explain`.',
  },
  'AUTHORIZATION_ERROR: MORE_RETRY_TIMES': {
    retry: 'never',
    remedy: 'Do not retry automatically. Ask FinAuth\'s support what was counted.',
  },
  CONCURRENCY_LIMIT_EXCEEDED: {
    retry: 'later',
    remedy: 'Run fewer calls at once (maxConcurrency), or ask FinAuth for a higher limit.',
  },
  IMAGE_ERROR_UNSUPPORTED_FORMAT: {
    retry: 'never',
    remedy: 'Send a JPEG or a PNG.',
  },
  NO_FACE_FOUND: {
    retry: 'never',
    remedy: 'Send a photo of the person\'s face.',
  },
  INVALID_IMAGE_SIZE: {
    retry: 'never',
    remedy: 'Send a smaller photo.',
  },
  DATA_DESTROYED: {
    retry: 'never',
    remedy: 'Mint a new token, and have the user start again.',
  },
  API_NOT_FOUND: {
    retry: 'never',
    remedy: 'Check the base URL and the method. The base URL is the region\'s host without a path, and the method is POST.',
  },
  INTERNAL_ERROR: {
    retry: 'later',
    remedy: 'Retry. If it persists, give FinAuth\'s support the request_id.',
  },
};

/** What to do about a code that is not in the catalogue. */
export const unlistedAdvice: ErrorAction = {
  retry: 'never',
  remedy: 'Update the SDK. If it persists, give FinAuth\'s support the request_id.',
};

/** Where the docs have a page for each error, with a slash at its end. Undefined where the API's description does not say where the docs are. */
export const errorPages: string | undefined = 'https://finauth-sdk.github.io/finauth-sdk/errors/';
