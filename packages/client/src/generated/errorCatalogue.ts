// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

/** A code that FinAuth's documentation, or experience with it, has listed. */
export type KnownErrorCode = 'MISSING_ARGUMENTS' | 'BAD_ARGUMENTS' | 'AUTHENTICATION_ERROR' | 'AUTHORIZATION_ERROR' | 'CONCURRENCY_LIMIT_EXCEEDED' | 'API_NOT_FOUND' | 'INTERNAL_ERROR';

/** A code of an error: a listed one, or any other, since FinAuth may add to them. */
export type ErrorCode = KnownErrorCode | (string & {});

/** A reason, listed so far, that follows a code. */
export type KnownErrorReason = 'API_KEY_BE_DISCONTINUED' | 'IP_NOT_ALLOWED' | 'LIMIT_REACHED' | 'DENIED' | 'EXPIRED_SIGN' | 'INVALID_SIGN' | 'MORE_RETRY_TIMES';

/** The detail behind a code: a reason, the name of a field, or whatever FinAuth adds. */
export type ErrorDetail = KnownErrorReason | (string & {});

/** Whether asking again can help: never, later (after a pause), or at once with a fresh signature. */
export type RetryAdvice = 'never' | 'later' | 'fresh_signature';

/** Where a fact comes from, if not from FinAuth's own page. */
export type FactSource = 'finauth' | 'faceid' | 'integrations' | 'http' | 'sdk';

export interface ErrorAdvice {
  readonly retry: RetryAdvice;
  /** What happened. */
  readonly meaning: string;
  /** What the integrator should do. */
  readonly remedy: string;
  /** Where this comes from, if it is not FinAuth's own word. */
  readonly source?: FactSource;
}

export interface ErrorEntry extends ErrorAdvice {
  /** The HTTP status that FinAuth's documentation gives the code. */
  readonly status: number;
  /** Other statuses that the code has been seen with. */
  readonly alsoStatus?: readonly number[];
  /** What follows the code: nothing, the name of a field, or a reason. */
  readonly detail: 'none' | 'key' | 'reason';
  readonly reasons?: Readonly<Record<string, ErrorAdvice>>;
}

/** Every listed error code. */
export const errorCatalogue: Readonly<Record<KnownErrorCode, ErrorEntry>> = {
  MISSING_ARGUMENTS: {
    status: 400,
    detail: 'key',
    retry: 'never',
    meaning: 'A required field did not arrive. The detail names it.',
    remedy: 'Send the field that the detail names, as a part of a multipart/form-data body.',
  },
  BAD_ARGUMENTS: {
    status: 400,
    detail: 'key',
    retry: 'never',
    meaning: 'A field arrived that FinAuth cannot take, being of the wrong form or too long. The detail names it.',
    remedy: 'Correct the field that the detail names. For liveness_id, compare it with the scene\'s ID in the console of the same region.',
  },
  AUTHENTICATION_ERROR: {
    status: 403,
    detail: 'none',
    retry: 'never',
    meaning: 'FinAuth does not accept who you say you are. The signature is invalid.',
    remedy: 'Check that the API key and the API secret belong together and to this region, and that neither was cut or padded when it was copied.',
  },
  AUTHORIZATION_ERROR: {
    status: 403,
    detail: 'reason',
    retry: 'never',
    meaning: 'FinAuth knows the key and refuses the call, or calls of this kind. The detail says why.',
    remedy: 'Act on the detail. If it is one that nobody has listed, give it to FinAuth\'s support together with the request_id.',
    reasons: {
      API_KEY_BE_DISCONTINUED: {
        retry: 'never',
        meaning: 'The API key has been disabled.',
        remedy: 'Have the key enabled in the console, or put another one in its place. Until then every call fails.',
      },
      IP_NOT_ALLOWED: {
        retry: 'never',
        meaning: 'Your server\'s address is not one of those that may call. FinAuth keeps this reason for later use.',
        remedy: 'Ask FinAuth to allow the public address that your server\'s calls come from.',
      },
      LIMIT_REACHED: {
        retry: 'never',
        meaning: 'A test key has used up its calls to this API.',
        remedy: 'Ask FinAuth for more test calls, or use a key that is not a test key; only test keys have this limit.',
      },
      DENIED: {
        retry: 'never',
        meaning: 'The key has no permission to call this API, or not in this way.',
        remedy: 'Ask FinAuth\'s business team to open FinAuth for this key, and check that the region is the one it was opened in.',
      },
      EXPIRED_SIGN: {
        retry: 'fresh_signature',
        meaning: 'The signature\'s time was over when it reached FinAuth.',
        remedy: 'Sign each attempt anew, with whole seconds and not milliseconds. If a fresh signature has expired, your server\'s clock is wrong; turn on NTP.',
      },
      INVALID_SIGN: {
        retry: 'never',
        meaning: 'The signature does not fit the key, or is not one.',
        remedy: 'Check the API secret first. If you sign by yourself, check that the digest is raw bytes, the Base64 alphabet the standard one, and nothing percent-encoded.',
      },
      MORE_RETRY_TIMES: {
        retry: 'never',
        meaning: 'Too many tries, as its name says; nobody has documented of what.',
        remedy: 'Do not repeat the call by program. Let the user begin a new check later, and ask FinAuth\'s support what was counted.',
        source: 'integrations',
      },
    },
  },
  CONCURRENCY_LIMIT_EXCEEDED: {
    status: 403,
    alsoStatus: [429],
    detail: 'none',
    retry: 'later',
    meaning: 'More calls are in flight at the same time than you may have.',
    remedy: 'Let fewer calls run at the same time (the SDK\'s maxConcurrency), all your servers taken together, or ask FinAuth for a higher limit.',
  },
  API_NOT_FOUND: {
    status: 404,
    detail: 'none',
    retry: 'never',
    meaning: 'No API has this path and method.',
    remedy: 'Check the base URL. It is the region\'s host alone, with no path behind it, and the method is POST.',
  },
  INTERNAL_ERROR: {
    status: 500,
    detail: 'none',
    retry: 'later',
    meaning: 'Something failed within FinAuth.',
    remedy: 'Ask again. If it goes on, give the request_id to FinAuth\'s support.',
  },
};

/** What holds for a code that is not in the catalogue. */
export const unlistedError: ErrorAdvice = {
  retry: 'never',
  meaning: 'FinAuth gave a code that this version of the SDK does not know.',
  remedy: 'Read the code, look for a newer version of the SDK, and give the request_id to FinAuth\'s support.',
  source: 'sdk',
};

/** What holds for an answer that a gateway gave in FinAuth's place, by its status. */
export const gatewayErrors: Readonly<Record<number, ErrorAdvice>> = {
  '413': {
    retry: 'never',
    meaning: 'The body is larger than the gateway lets through.',
    remedy: 'Send less. The fields of this API are short, so look for what made them long.',
    source: 'integrations',
  },
  '429': {
    retry: 'later',
    meaning: 'Too many calls at once, in the gateway\'s judgement.',
    remedy: 'Wait as long as Retry-After says, and let fewer calls run at the same time.',
    source: 'http',
  },
  '502': {
    retry: 'later',
    meaning: 'The gateway could not reach FinAuth.',
    remedy: 'Ask again after a pause. If it goes on, tell FinAuth\'s support the time and the region.',
    source: 'integrations',
  },
  '503': {
    retry: 'later',
    meaning: 'FinAuth is not available at the moment.',
    remedy: 'Ask again after a pause, or after what Retry-After says. If it goes on, tell FinAuth\'s support the time and the region.',
    source: 'integrations',
  },
  '504': {
    retry: 'later',
    meaning: 'FinAuth did not answer the gateway in time.',
    remedy: 'Ask again after a pause. If it goes on, tell FinAuth\'s support the time and the region.',
    source: 'integrations',
  },
};
