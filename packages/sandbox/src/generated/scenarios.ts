// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

import type { Scenario } from '../scenario.ts';

/** What a test ID begins with. */
export const livenessPrefix = 'sandbox-';

/** A test ID for each answer that an operation is known to give, by the operation's ID and the answer's name: a code, a reason, or a gateway's status. */
export const testIds = {
  getBizToken: {
    '413': 'sandbox-413',
    '429': 'sandbox-429',
    '502': 'sandbox-502',
    '503': 'sandbox-503',
    '504': 'sandbox-504',
    ok: 'sandbox-ok',
    MISSING_ARGUMENTS: 'sandbox-MISSING_ARGUMENTS',
    BAD_ARGUMENTS: 'sandbox-BAD_ARGUMENTS',
    AUTHENTICATION_ERROR: 'sandbox-AUTHENTICATION_ERROR',
    API_KEY_BE_DISCONTINUED: 'sandbox-API_KEY_BE_DISCONTINUED',
    IP_NOT_ALLOWED: 'sandbox-IP_NOT_ALLOWED',
    LIMIT_REACHED: 'sandbox-LIMIT_REACHED',
    DENIED: 'sandbox-DENIED',
    EXPIRED_SIGN: 'sandbox-EXPIRED_SIGN',
    INVALID_SIGN: 'sandbox-INVALID_SIGN',
    MORE_RETRY_TIMES: 'sandbox-MORE_RETRY_TIMES',
    CONCURRENCY_LIMIT_EXCEEDED: 'sandbox-CONCURRENCY_LIMIT_EXCEEDED',
    API_NOT_FOUND: 'sandbox-API_NOT_FOUND',
    INTERNAL_ERROR: 'sandbox-INTERNAL_ERROR',
    UNLISTED_REASON: 'sandbox-UNLISTED_REASON',
  },
} as const;

/** The test IDs of all operations together. Each operation knows its own only: see `testIds`. */
export const liveness = {
  '413': 'sandbox-413',
  '429': 'sandbox-429',
  '502': 'sandbox-502',
  '503': 'sandbox-503',
  '504': 'sandbox-504',
  ok: 'sandbox-ok',
  MISSING_ARGUMENTS: 'sandbox-MISSING_ARGUMENTS',
  BAD_ARGUMENTS: 'sandbox-BAD_ARGUMENTS',
  AUTHENTICATION_ERROR: 'sandbox-AUTHENTICATION_ERROR',
  API_KEY_BE_DISCONTINUED: 'sandbox-API_KEY_BE_DISCONTINUED',
  IP_NOT_ALLOWED: 'sandbox-IP_NOT_ALLOWED',
  LIMIT_REACHED: 'sandbox-LIMIT_REACHED',
  DENIED: 'sandbox-DENIED',
  EXPIRED_SIGN: 'sandbox-EXPIRED_SIGN',
  INVALID_SIGN: 'sandbox-INVALID_SIGN',
  MORE_RETRY_TIMES: 'sandbox-MORE_RETRY_TIMES',
  CONCURRENCY_LIMIT_EXCEEDED: 'sandbox-CONCURRENCY_LIMIT_EXCEEDED',
  API_NOT_FOUND: 'sandbox-API_NOT_FOUND',
  INTERNAL_ERROR: 'sandbox-INTERNAL_ERROR',
  UNLISTED_REASON: 'sandbox-UNLISTED_REASON',
} as const;

/** The name of an answer. */
export type ScenarioName = keyof typeof liveness;

/** Each answer once, as the spec's examples have it: operations share most of theirs. */
const answers = {
  '413': {
    meaning: 'The body is too large for the gateway.',
    status: 413,
    headers: {
      'Content-Type': 'text/plain',
    },
    body: 'Request Entity Too Large',
  },
  '429': {
    meaning: 'More calls are in flight at once than the gateway allows.',
    status: 429,
    headers: {
      'Content-Type': 'application/json',
      'Retry-After': '2',
    },
    body: {
      error: 'CONCURRENCY_LIMIT_EXCEEDED',
      request_id: '1800000002,75fc093c-0ee7-42f6-adda-a13fff98f104',
      time_used: 1,
    },
  },
  '502': {
    meaning: 'The gateway could not reach FinAuth.',
    status: 502,
    headers: {
      'Content-Type': 'text/html',
    },
    body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
  },
  '503': {
    meaning: 'FinAuth is not available.',
    status: 503,
    headers: {
      'Content-Type': 'text/html',
      'Retry-After': '2',
    },
    body: '<html><head><title>503 Service Unavailable</title></head><body><h1>503 Service Unavailable</h1></body></html>',
  },
  '504': {
    meaning: 'FinAuth did not answer the gateway in time.',
    status: 504,
    headers: {
      'Content-Type': 'text/html',
    },
    body: '<html><head><title>504 Gateway Timeout</title></head><body><h1>504 Gateway Timeout</h1></body></html>',
  },
  MISSING_ARGUMENTS: {
    meaning: 'A required field did not arrive.',
    status: 400,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      error: 'MISSING_ARGUMENTS: liveness_id',
      request_id: '1800000001,0d3c5b1a-92e4-4d8f-b6a7-51f0c8e2d973',
      time_used: 3,
    },
  },
  BAD_ARGUMENTS: {
    meaning: 'A field has the wrong form or is too long.',
    status: 400,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      error: 'BAD_ARGUMENTS: sign_version',
    },
  },
  AUTHENTICATION_ERROR: {
    meaning: 'FinAuth does not accept the signature.',
    status: 403,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      error: 'AUTHENTICATION_ERROR',
      request_id: '1800000002,fa53b91c-cc1b-4866-ad5a-f58e1ed3a485',
      time_used: 4,
    },
  },
  API_KEY_BE_DISCONTINUED: {
    meaning: 'The API key has been disabled.',
    status: 403,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      error: 'AUTHORIZATION_ERROR: API_KEY_BE_DISCONTINUED',
      request_id: '1800000002,396b7340-2354-4398-af4e-7dddd78347c1',
      time_used: 5,
    },
  },
  IP_NOT_ALLOWED: {
    meaning: 'Your server\'s IP address may not call. FinAuth reserves this for later use.',
    status: 403,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      error: 'AUTHORIZATION_ERROR: IP_NOT_ALLOWED',
      request_id: '1800000002,7ef96972-95d6-4fd7-aeb5-ddc07c0dd60c',
      time_used: 5,
    },
  },
  LIMIT_REACHED: {
    meaning: 'A test key has used up its calls to this API.',
    status: 403,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      error: 'AUTHORIZATION_ERROR: LIMIT_REACHED',
      request_id: '1800000002,46f427ee-6eb1-4399-ab54-a0f1ce2b1720',
      time_used: 5,
    },
  },
  DENIED: {
    meaning: 'The API key may not call this API.',
    status: 403,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      error: 'AUTHORIZATION_ERROR: DENIED',
      request_id: '1800000002,66d5e0b0-ce72-4b4a-ab4d-df6c25b6c12b',
      time_used: 5,
    },
  },
  EXPIRED_SIGN: {
    meaning: 'The signature had expired when it reached FinAuth.',
    status: 403,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      error: 'AUTHORIZATION_ERROR: EXPIRED_SIGN',
      request_id: '1800000002,87dd84f8-0816-4a9d-ab09-cbf80b436141',
      time_used: 5,
    },
  },
  INVALID_SIGN: {
    meaning: 'The signature is wrong for this API key.',
    status: 403,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      error: 'AUTHORIZATION_ERROR: INVALID_SIGN',
      request_id: '1800000002,8b18a25a-7d8d-4414-acef-96228cc43ca3',
      time_used: 5,
    },
  },
  MORE_RETRY_TIMES: {
    meaning: 'Too many tries, going by its name; it is not documented.',
    status: 403,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      error: 'AUTHORIZATION_ERROR: MORE_RETRY_TIMES',
      request_id: '1800000002,2b1d5be0-6cb0-429b-a585-2f6fdd6d1ebf',
      time_used: 5,
    },
  },
  CONCURRENCY_LIMIT_EXCEEDED: {
    meaning: 'More calls are in flight at once than FinAuth allows.',
    status: 403,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      error: 'CONCURRENCY_LIMIT_EXCEEDED',
      request_id: '1800000002,2b3f892c-92d3-4af0-a60e-5ffa79856c3a',
      time_used: 1,
    },
  },
  API_NOT_FOUND: {
    meaning: 'No API has this path and method.',
    status: 404,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      error: 'API_NOT_FOUND',
      request_id: '1800000002,a91fceac-c8c2-4094-a46f-8596147850dd',
      time_used: 2,
    },
  },
  INTERNAL_ERROR: {
    meaning: 'Something failed within FinAuth.',
    status: 500,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      error: 'INTERNAL_ERROR',
      request_id: '1800000002,4bc8f4a7-0873-43a4-ac67-69e10387194f',
      time_used: 2,
    },
  },
  UNLISTED_REASON: {
    meaning: 'A reason that nobody has listed.',
    status: 403,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      error: 'AUTHORIZATION_ERROR: SOMETHING_NEW',
      request_id: '1800000002,22af645d-1859-4b5c-a6da-0c484f1f37ea',
      time_used: 5,
    },
  },
} satisfies Readonly<Record<string, Scenario>>;

/** Every answer of each operation but its usual success, by the operation's ID and the answer's name. */
export const scenarios: Readonly<Record<string, Readonly<Record<string, Scenario>>>> = {
  getBizToken: {
    '413': answers['413'],
    '429': answers['429'],
    '502': answers['502'],
    '503': answers['503'],
    '504': answers['504'],
    MISSING_ARGUMENTS: answers['MISSING_ARGUMENTS'],
    BAD_ARGUMENTS: answers['BAD_ARGUMENTS'],
    AUTHENTICATION_ERROR: answers['AUTHENTICATION_ERROR'],
    API_KEY_BE_DISCONTINUED: answers['API_KEY_BE_DISCONTINUED'],
    IP_NOT_ALLOWED: answers['IP_NOT_ALLOWED'],
    LIMIT_REACHED: answers['LIMIT_REACHED'],
    DENIED: answers['DENIED'],
    EXPIRED_SIGN: answers['EXPIRED_SIGN'],
    INVALID_SIGN: answers['INVALID_SIGN'],
    MORE_RETRY_TIMES: answers['MORE_RETRY_TIMES'],
    CONCURRENCY_LIMIT_EXCEEDED: answers['CONCURRENCY_LIMIT_EXCEEDED'],
    API_NOT_FOUND: answers['API_NOT_FOUND'],
    INTERNAL_ERROR: answers['INTERNAL_ERROR'],
    UNLISTED_REASON: answers['UNLISTED_REASON'],
  },
};
