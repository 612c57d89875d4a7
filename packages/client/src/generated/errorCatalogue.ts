// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

import type { Operations } from './operations.ts';

/** A code that FinAuth's documentation lists, or that has been observed. */
export type KnownErrorCode = 'MISSING_ARGUMENTS' | 'BAD_ARGUMENTS' | 'AUTHENTICATION_ERROR' | 'AUTHORIZATION_ERROR' | 'CONCURRENCY_LIMIT_EXCEEDED' | 'IMAGE_ERROR_UNSUPPORTED_FORMAT' | 'NO_FACE_FOUND' | 'INVALID_IMAGE_SIZE' | 'DATA_DESTROYED' | 'API_NOT_FOUND' | 'INTERNAL_ERROR';

/** A code of an error: a listed one, or any other, since FinAuth may add to them. */
export type ErrorCode = KnownErrorCode | (string & {});

/** A listed reason, which follows a code. */
export type KnownErrorReason = 'API_KEY_BE_DISCONTINUED' | 'IP_NOT_ALLOWED' | 'LIMIT_REACHED' | 'DENIED' | 'EXPIRED_SIGN' | 'INVALID_SIGN' | 'MORE_RETRY_TIMES';

/** The detail after a code: a reason, the name of a field, or anything that FinAuth adds. */
export type ErrorDetail = KnownErrorReason | (string & {});

/** Whether a retry can help: never, later (after a pause), or at once with a fresh signature. */
export type RetryAdvice = 'never' | 'later' | 'fresh_signature';

/** Where a fact comes from, if not from FinAuth's own page. */
export type FactSource = 'finauth' | 'faceid' | 'demo' | 'integrations' | 'http' | 'sdk';

export interface ErrorAdvice {
  readonly retry: RetryAdvice;
  /** What happened. */
  readonly meaning: string;
  /** What the integrator should do. */
  readonly remedy: string;
  /** Where this comes from, if it is not FinAuth's own word. */
  readonly source?: FactSource;
}

/** An error that some operations answer with. */
export interface DocumentedError extends ErrorAdvice {
  /** The IDs of the operations in whose answers the error is documented. */
  readonly operations: readonly (keyof Operations)[];
}

export interface ErrorEntry extends DocumentedError {
  /** The HTTP status that FinAuth's documentation gives the code. */
  readonly status: number;
  /** Other statuses that the code has been seen with. */
  readonly alsoStatus?: readonly number[];
  /** What follows the code: nothing, the name of a field, or a reason. */
  readonly detail: 'none' | 'key' | 'reason';
  readonly reasons?: Readonly<Record<string, DocumentedError>>;
}

/** Every listed error code. */
export const errorCatalogue: Readonly<Record<KnownErrorCode, ErrorEntry>> = {
  MISSING_ARGUMENTS: {
    status: 400,
    detail: 'key',
    retry: 'never',
    meaning: 'A required field is missing.',
    remedy: 'Send the field that the detail names.',
    operations: ['getBizToken', 'verify'],
  },
  BAD_ARGUMENTS: {
    status: 400,
    detail: 'key',
    retry: 'never',
    meaning: 'A field is malformed or too long.',
    remedy: 'Correct the field that the detail names. Compare a liveness_id with FinAuth\'s console.',
    operations: ['getBizToken', 'verify'],
  },
  AUTHENTICATION_ERROR: {
    status: 403,
    detail: 'none',
    retry: 'never',
    meaning: 'FinAuth does not accept the signature.',
    remedy: 'Check that the API key and secret belong together and were copied whole.',
    operations: ['getBizToken', 'verify'],
  },
  AUTHORIZATION_ERROR: {
    status: 403,
    detail: 'reason',
    retry: 'never',
    meaning: 'FinAuth knows the key, but does not allow this call.',
    remedy: 'Act on the detail. If it is not listed, give FinAuth\'s support the request_id.',
    operations: ['getBizToken', 'verify'],
    reasons: {
      API_KEY_BE_DISCONTINUED: {
        retry: 'never',
        meaning: 'The API key has been disabled.',
        remedy: 'Ask FinAuth to enable the key, or use another one.',
        operations: ['getBizToken', 'verify'],
      },
      IP_NOT_ALLOWED: {
        retry: 'never',
        meaning: 'Calls from your server\'s IP address are not allowed. FinAuth\'s documentation marks this code as reserved.',
        remedy: 'Ask FinAuth to allow your server\'s public IP address.',
        operations: ['getBizToken', 'verify'],
      },
      LIMIT_REACHED: {
        retry: 'never',
        meaning: 'A test key has used up its calls to this API.',
        remedy: 'Ask FinAuth for more calls, or use a key that is not a test key.',
        operations: ['getBizToken', 'verify'],
      },
      DENIED: {
        retry: 'never',
        meaning: 'The API key has no permission for this API.',
        remedy: 'Ask FinAuth\'s business team to enable this API for your key.',
        operations: ['getBizToken', 'verify'],
      },
      EXPIRED_SIGN: {
        retry: 'fresh_signature',
        meaning: 'The signature had expired when it reached FinAuth.',
        remedy: 'Correct your server\'s clock. If you sign requests yourself, sign each attempt anew, with times in seconds.',
        operations: ['getBizToken', 'verify'],
      },
      INVALID_SIGN: {
        retry: 'never',
        meaning: 'The signature is wrong for this API key.',
        remedy: 'Check that the API key and secret belong together and were copied whole. If you sign requests yourself, run `finauth explain`.',
        operations: ['getBizToken', 'verify'],
      },
      MORE_RETRY_TIMES: {
        retry: 'never',
        meaning: 'Probably too many tries; FinAuth does not document it.',
        remedy: 'Do not retry automatically. Ask FinAuth\'s support what was counted.',
        source: 'integrations',
        operations: ['getBizToken', 'verify'],
      },
    },
  },
  CONCURRENCY_LIMIT_EXCEEDED: {
    status: 403,
    alsoStatus: [429],
    detail: 'none',
    retry: 'later',
    meaning: 'More calls are in flight at once than FinAuth allows.',
    remedy: 'Run fewer calls at once (maxConcurrency), or ask FinAuth for a higher limit.',
    operations: ['getBizToken', 'verify'],
  },
  IMAGE_ERROR_UNSUPPORTED_FORMAT: {
    status: 400,
    detail: 'key',
    retry: 'never',
    meaning: 'FinAuth cannot read the photo.',
    remedy: 'Send a JPEG or a PNG.',
    source: 'faceid',
    operations: ['verify'],
  },
  NO_FACE_FOUND: {
    status: 400,
    detail: 'key',
    retry: 'never',
    meaning: 'The photo shows no face.',
    remedy: 'Send a photo of the person\'s face.',
    source: 'faceid',
    operations: ['verify'],
  },
  INVALID_IMAGE_SIZE: {
    status: 400,
    detail: 'key',
    retry: 'never',
    meaning: 'A side of the photo is longer than 4096 pixels.',
    remedy: 'Send a smaller photo.',
    source: 'faceid',
    operations: ['verify'],
  },
  DATA_DESTROYED: {
    status: 403,
    detail: 'none',
    retry: 'never',
    meaning: 'The result is gone, because it was requested too late or too often.',
    remedy: 'Mint a new token, and have the user start again.',
    source: 'integrations',
    operations: ['verify'],
  },
  API_NOT_FOUND: {
    status: 404,
    detail: 'none',
    retry: 'never',
    meaning: 'No API has this path and method.',
    remedy: 'Check the base URL and the method. The base URL is the region\'s host without a path, and the method is POST.',
    operations: ['getBizToken', 'verify'],
  },
  INTERNAL_ERROR: {
    status: 500,
    detail: 'none',
    retry: 'later',
    meaning: 'FinAuth failed internally.',
    remedy: 'Retry. If it persists, give FinAuth\'s support the request_id.',
    operations: ['getBizToken', 'verify'],
  },
};

/** What holds for a code that is not in the catalogue. */
export const unlistedError: ErrorAdvice = {
  retry: 'never',
  meaning: 'This version of the SDK does not know the code.',
  remedy: 'Update the SDK. If it persists, give FinAuth\'s support the request_id.',
  source: 'sdk',
};

/** What holds for an answer that a gateway gave in FinAuth's place, by its status. */
export const gatewayErrors: Readonly<Record<number, DocumentedError>> = {
  '413': {
    retry: 'never',
    meaning: 'The request body is too large for the gateway.',
    remedy: 'Send less, such as a smaller photo or shorter fields.',
    source: 'integrations',
    operations: ['getBizToken', 'verify'],
  },
  '429': {
    retry: 'later',
    meaning: 'More calls are in flight at once than the gateway allows.',
    remedy: 'Wait as long as Retry-After says, and run fewer calls at once (maxConcurrency).',
    source: 'http',
    operations: ['getBizToken', 'verify'],
  },
  '502': {
    retry: 'later',
    meaning: 'The gateway could not reach FinAuth.',
    remedy: 'Retry after a pause. If it persists, give FinAuth\'s support the time and the region.',
    source: 'integrations',
    operations: ['getBizToken', 'verify'],
  },
  '503': {
    retry: 'later',
    meaning: 'FinAuth is not available.',
    remedy: 'Retry after a pause. If it persists, give FinAuth\'s support the time and the region.',
    source: 'integrations',
    operations: ['getBizToken', 'verify'],
  },
  '504': {
    retry: 'later',
    meaning: 'FinAuth did not answer the gateway in time.',
    remedy: 'Retry after a pause. If it persists, give FinAuth\'s support the time and the region.',
    source: 'integrations',
    operations: ['getBizToken', 'verify'],
  },
};
