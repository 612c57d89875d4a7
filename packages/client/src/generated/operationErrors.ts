// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

/** The errors of each operation, by operation ID: codes, reasons after a code, and statuses of gateways that respond in FinAuth's place. */
export const operationErrors = {
  getBizToken: {
    codes: ['MISSING_ARGUMENTS', 'BAD_ARGUMENTS', 'AUTHENTICATION_ERROR', 'AUTHORIZATION_ERROR', 'CONCURRENCY_LIMIT_EXCEEDED', 'API_NOT_FOUND', 'INTERNAL_ERROR'],
    reasons: ['API_KEY_BE_DISCONTINUED', 'IP_NOT_ALLOWED', 'LIMIT_REACHED', 'DENIED', 'EXPIRED_SIGN', 'INVALID_SIGN', 'MORE_RETRY_TIMES'],
    gateways: [413, 429, 502, 503, 504],
  },
  verify: {
    codes: ['MISSING_ARGUMENTS', 'BAD_ARGUMENTS', 'AUTHENTICATION_ERROR', 'AUTHORIZATION_ERROR', 'CONCURRENCY_LIMIT_EXCEEDED', 'IMAGE_ERROR_UNSUPPORTED_FORMAT', 'NO_FACE_FOUND', 'INVALID_IMAGE_SIZE', 'DATA_DESTROYED', 'API_NOT_FOUND', 'INTERNAL_ERROR'],
    reasons: ['API_KEY_BE_DISCONTINUED', 'IP_NOT_ALLOWED', 'LIMIT_REACHED', 'DENIED', 'EXPIRED_SIGN', 'INVALID_SIGN', 'MORE_RETRY_TIMES'],
    gateways: [413, 429, 502, 503, 504],
  },
} as const;

/** A listed code that this operation can return. FinAuth may add some. */
export type ErrorCodeOf<Id extends keyof typeof operationErrors> = (typeof operationErrors)[Id]['codes'][number];

/** A listed reason that this operation can return. FinAuth may add some. */
export type ErrorReasonOf<Id extends keyof typeof operationErrors> = (typeof operationErrors)[Id]['reasons'][number];
