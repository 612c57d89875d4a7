// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

import type { Scenario } from '../api/scenario.ts';

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
  verify: {
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
    IMAGE_ERROR_UNSUPPORTED_FORMAT: 'sandbox-IMAGE_ERROR_UNSUPPORTED_FORMAT',
    NO_FACE_FOUND: 'sandbox-NO_FACE_FOUND',
    INVALID_IMAGE_SIZE: 'sandbox-INVALID_IMAGE_SIZE',
    DATA_DESTROYED: 'sandbox-DATA_DESTROYED',
    API_NOT_FOUND: 'sandbox-API_NOT_FOUND',
    INTERNAL_ERROR: 'sandbox-INTERNAL_ERROR',
    UNLISTED_REASON: 'sandbox-UNLISTED_REASON',
    PASS_LIVING_NOT_THE_SAME: 'sandbox-PASS_LIVING_NOT_THE_SAME',
    NO_ID_CARD_NUMBER: 'sandbox-NO_ID_CARD_NUMBER',
    ID_NUMBER_NAME_NOT_MATCH: 'sandbox-ID_NUMBER_NAME_NOT_MATCH',
    verify_NO_FACE_FOUND: 'sandbox-verify_NO_FACE_FOUND',
    NO_ID_PHOTO: 'sandbox-NO_ID_PHOTO',
    PHOTO_FORMAT_ERROR: 'sandbox-PHOTO_FORMAT_ERROR',
    DATA_SOURCE_ERROR: 'sandbox-DATA_SOURCE_ERROR',
    FAIL_LIVING_FACE_ATTACK: 'sandbox-FAIL_LIVING_FACE_ATTACK',
    VIDEO_LACK_FRAMES: 'sandbox-VIDEO_LACK_FRAMES',
    FAIL_EYES_CLOSE_DETECTION: 'sandbox-FAIL_EYES_CLOSE_DETECTION',
    BIZ_TOKEN_DENIED: 'sandbox-BIZ_TOKEN_DENIED',
    AUTHENTICATION_FAIL: 'sandbox-AUTHENTICATION_FAIL',
    MOBILE_PHONE_NOT_SUPPORT: 'sandbox-MOBILE_PHONE_NOT_SUPPORT',
    SDK_TOO_OLD: 'sandbox-SDK_TOO_OLD',
    MOBILE_PHONE_NO_AUTHORITY: 'sandbox-MOBILE_PHONE_NO_AUTHORITY',
    USER_CANCELLATION: 'sandbox-USER_CANCELLATION',
    USER_TIMEOUT: 'sandbox-USER_TIMEOUT',
    VERIFICATION_FAILURE: 'sandbox-VERIFICATION_FAILURE',
    UNDETECTED_FACE: 'sandbox-UNDETECTED_FACE',
    ACTION_ERROR: 'sandbox-ACTION_ERROR',
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
  IMAGE_ERROR_UNSUPPORTED_FORMAT: 'sandbox-IMAGE_ERROR_UNSUPPORTED_FORMAT',
  NO_FACE_FOUND: 'sandbox-NO_FACE_FOUND',
  INVALID_IMAGE_SIZE: 'sandbox-INVALID_IMAGE_SIZE',
  DATA_DESTROYED: 'sandbox-DATA_DESTROYED',
  PASS_LIVING_NOT_THE_SAME: 'sandbox-PASS_LIVING_NOT_THE_SAME',
  NO_ID_CARD_NUMBER: 'sandbox-NO_ID_CARD_NUMBER',
  ID_NUMBER_NAME_NOT_MATCH: 'sandbox-ID_NUMBER_NAME_NOT_MATCH',
  verify_NO_FACE_FOUND: 'sandbox-verify_NO_FACE_FOUND',
  NO_ID_PHOTO: 'sandbox-NO_ID_PHOTO',
  PHOTO_FORMAT_ERROR: 'sandbox-PHOTO_FORMAT_ERROR',
  DATA_SOURCE_ERROR: 'sandbox-DATA_SOURCE_ERROR',
  FAIL_LIVING_FACE_ATTACK: 'sandbox-FAIL_LIVING_FACE_ATTACK',
  VIDEO_LACK_FRAMES: 'sandbox-VIDEO_LACK_FRAMES',
  FAIL_EYES_CLOSE_DETECTION: 'sandbox-FAIL_EYES_CLOSE_DETECTION',
  BIZ_TOKEN_DENIED: 'sandbox-BIZ_TOKEN_DENIED',
  AUTHENTICATION_FAIL: 'sandbox-AUTHENTICATION_FAIL',
  MOBILE_PHONE_NOT_SUPPORT: 'sandbox-MOBILE_PHONE_NOT_SUPPORT',
  SDK_TOO_OLD: 'sandbox-SDK_TOO_OLD',
  MOBILE_PHONE_NO_AUTHORITY: 'sandbox-MOBILE_PHONE_NO_AUTHORITY',
  USER_CANCELLATION: 'sandbox-USER_CANCELLATION',
  USER_TIMEOUT: 'sandbox-USER_TIMEOUT',
  VERIFICATION_FAILURE: 'sandbox-VERIFICATION_FAILURE',
  UNDETECTED_FACE: 'sandbox-UNDETECTED_FACE',
  ACTION_ERROR: 'sandbox-ACTION_ERROR',
} as const;

/** The name of an answer. */
export type ScenarioName = keyof typeof liveness;

/** Each answer once, as the spec's examples have it: operations share most of theirs. */
const answers = {
  '413': {
    meaning: 'The request body is too large for the gateway.',
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
    meaning: 'A required field is missing.',
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
    meaning: 'A field is malformed or too long.',
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
    meaning: 'Calls from your server\'s IP address are not allowed. FinAuth\'s documentation marks this code as reserved.',
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
    meaning: 'The API key has no permission for this API.',
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
    meaning: 'Probably too many tries; FinAuth does not document it.',
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
    meaning: 'FinAuth failed internally.',
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
    meaning: 'An unlisted reason.',
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
  'MISSING_ARGUMENTS of verify': {
    meaning: 'A required field is missing.',
    status: 400,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      error: 'MISSING_ARGUMENTS: biz_token',
      request_id: '1800000001,5e1c6a0d-37a4-4b02-8b7f-2c9d1f3e4a55',
      time_used: 3,
    },
  },
  'BAD_ARGUMENTS of verify': {
    meaning: 'A field is malformed or too long.',
    status: 400,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      error: 'BAD_ARGUMENTS: comparison_type',
      request_id: '1800000001,5e1c6a0d-37a4-4b02-8b7f-2c9d1f3e4a56',
      time_used: 3,
    },
  },
  IMAGE_ERROR_UNSUPPORTED_FORMAT: {
    meaning: 'FinAuth cannot read the photo.',
    status: 400,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      error: 'IMAGE_ERROR_UNSUPPORTED_FORMAT: image_ref1',
      request_id: '1800000001,5e1c6a0d-37a4-4b02-8b7f-2c9d1f3e4a57',
      time_used: 18,
    },
  },
  NO_FACE_FOUND: {
    meaning: 'The photo shows no face.',
    status: 400,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      error: 'NO_FACE_FOUND: image_ref1',
      request_id: '1800000001,5e1c6a0d-37a4-4b02-8b7f-2c9d1f3e4a58',
      time_used: 92,
    },
  },
  INVALID_IMAGE_SIZE: {
    meaning: 'A side of the photo is longer than 4096 pixels.',
    status: 400,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      error: 'INVALID_IMAGE_SIZE: image_ref1',
      request_id: '1800000001,5e1c6a0d-37a4-4b02-8b7f-2c9d1f3e4a59',
      time_used: 21,
    },
  },
  DATA_DESTROYED: {
    meaning: 'The result is gone, because it was requested too late or too often.',
    status: 403,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      error: 'DATA_DESTROYED',
      request_id: '1800000002,c7d0a8f2-64b1-4e53-9a0e-3f1b5d7c9e28',
      time_used: 4,
    },
  },
  PASS_LIVING_NOT_THE_SAME: {
    meaning: 'It is a live person, but at least one comparison says that it is not the expected one.',
    status: 200,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      request_id: '1800000600,5651e8f0-9031-4819-ab46-9b98c351dfa3',
      time_used: 317,
      result_code: 2000,
      result_message: 'PASS_LIVING_NOT_THE_SAME',
      verification: {
        ref1: {
          confidence: 38.102,
          thresholds: {
            '1e-3': 62.169,
            '1e-4': 69.315,
            '1e-5': 74.399,
            '1e-6': 78.038,
          },
        },
      },
      attack_result: {
        score: 0.013,
        threshold: 0.4,
        result: false,
      },
      images: {
        image_best: 'aW4gcGxhY2Ugb2YgYSBwaWN0dXJl',
      },
    },
    isSuccess: true,
  },
  NO_ID_CARD_NUMBER: {
    meaning: 'The number is not in the identity database.',
    status: 200,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      request_id: '1800000600,40edbe90-f688-4fc3-af2a-34180807a744',
      time_used: 324,
      result_code: 3000,
      result_message: 'NO_ID_CARD_NUMBER',
    },
    isSuccess: true,
  },
  ID_NUMBER_NAME_NOT_MATCH: {
    meaning: 'The name and the number do not match.',
    status: 200,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      request_id: '1800000600,c0a385aa-396b-4446-a498-0f34fdf5f180',
      time_used: 331,
      result_code: 3000,
      result_message: 'ID_NUMBER_NAME_NOT_MATCH',
    },
    isSuccess: true,
  },
  verify_NO_FACE_FOUND: {
    meaning: 'The reference photo shows no face.',
    status: 200,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      request_id: '1800000600,76367e6e-88ee-42a9-a897-0df0d0324fdf',
      time_used: 338,
      result_code: 3000,
      result_message: 'NO_FACE_FOUND',
    },
    isSuccess: true,
  },
  NO_ID_PHOTO: {
    meaning: 'The identity database has no photo of the person.',
    status: 200,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      request_id: '1800000600,d711f04d-9135-480a-a561-38353d27b80f',
      time_used: 345,
      result_code: 3000,
      result_message: 'NO_ID_PHOTO',
    },
    isSuccess: true,
  },
  PHOTO_FORMAT_ERROR: {
    meaning: 'The reference photo cannot be read.',
    status: 200,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      request_id: '1800000600,b0c1ba5b-744c-4f37-a3df-07f8baca19da',
      time_used: 352,
      result_code: 3000,
      result_message: 'PHOTO_FORMAT_ERROR',
    },
    isSuccess: true,
  },
  DATA_SOURCE_ERROR: {
    meaning: 'The identity database failed.',
    status: 200,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      request_id: '1800000600,f7203e2c-9cfb-4944-a07a-69469f5e32fc',
      time_used: 359,
      result_code: 3000,
      result_message: 'DATA_SOURCE_ERROR',
    },
    isSuccess: true,
  },
  FAIL_LIVING_FACE_ATTACK: {
    meaning: 'It was taken for an attack, such as a photo, a screen or a mask.',
    status: 200,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      request_id: '1800000600,2d590ab3-8776-4abe-a399-f44d4d902f71',
      time_used: 366,
      result_code: 4100,
      result_message: 'FAIL_LIVING_FACE_ATTACK',
      attack_result: {
        score: 0.871,
        threshold: 0.4,
        result: true,
      },
    },
    isSuccess: true,
  },
  VIDEO_LACK_FRAMES: {
    meaning: 'The phone sent too few pictures for a decision.',
    status: 200,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      request_id: '1800000600,d67b1d0c-57ab-463f-a2ee-5b666563302f',
      time_used: 373,
      result_code: 4100,
      result_message: 'VIDEO_LACK_FRAMES',
    },
    isSuccess: true,
  },
  FAIL_EYES_CLOSE_DETECTION: {
    meaning: 'The check for closed eyes failed.',
    status: 200,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      request_id: '1800000600,cfdb81a4-21d7-4bfc-a88c-d2bb349a7842',
      time_used: 380,
      result_code: 4100,
      result_message: 'FAIL_EYES_CLOSE_DETECTION',
    },
    isSuccess: true,
  },
  BIZ_TOKEN_DENIED: {
    meaning: 'The token cannot be verified.',
    status: 200,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      request_id: '1800000600,712caf28-f128-4a79-a18e-d40a09d73f1e',
      time_used: 387,
      result_code: 4200,
      result_message: 'BIZ_TOKEN_DENIED',
    },
    isSuccess: true,
  },
  AUTHENTICATION_FAIL: {
    meaning: 'The phone\'s SDK was not authenticated.',
    status: 200,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      request_id: '1800000600,72e9cdd3-bf24-49e0-a388-cd70805065cd',
      time_used: 394,
      result_code: 4200,
      result_message: 'AUTHENTICATION_FAIL',
    },
    isSuccess: true,
  },
  MOBILE_PHONE_NOT_SUPPORT: {
    meaning: 'The phone is not supported.',
    status: 200,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      request_id: '1800000600,4d28ea8b-164d-41f5-a0da-a1f7abfdd267',
      time_used: 401,
      result_code: 4200,
      result_message: 'MOBILE_PHONE_NOT_SUPPORT',
    },
    isSuccess: true,
  },
  SDK_TOO_OLD: {
    meaning: 'The phone\'s SDK is too old.',
    status: 200,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      request_id: '1800000600,a5cb8cf6-cc59-48aa-a12c-d376f4263744',
      time_used: 408,
      result_code: 4200,
      result_message: 'SDK_TOO_OLD',
    },
    isSuccess: true,
  },
  MOBILE_PHONE_NO_AUTHORITY: {
    meaning: 'The app has no permission to use the camera, the sensors or the storage.',
    status: 200,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      request_id: '1800000600,7e679e4c-fe89-4758-a87d-e37ed71583f7',
      time_used: 415,
      result_code: 4200,
      result_message: 'MOBILE_PHONE_NO_AUTHORITY',
    },
    isSuccess: true,
  },
  USER_CANCELLATION: {
    meaning: 'The user cancelled.',
    status: 200,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      request_id: '1800000600,17cdc4a9-a5e4-4906-ac61-d50d3120cafb',
      time_used: 422,
      result_code: 4200,
      result_message: 'USER_CANCELLATION',
    },
    isSuccess: true,
  },
  USER_TIMEOUT: {
    meaning: 'The user took too long.',
    status: 200,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      request_id: '1800000600,3f34df14-df22-4f5c-a58f-be544d72f0b8',
      time_used: 429,
      result_code: 4200,
      result_message: 'USER_TIMEOUT',
    },
    isSuccess: true,
  },
  VERIFICATION_FAILURE: {
    meaning: 'The check on the phone failed.',
    status: 200,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      request_id: '1800000600,6a59b2dc-1a49-409f-a916-f19620c98734',
      time_used: 436,
      result_code: 4200,
      result_message: 'VERIFICATION_FAILURE',
    },
    isSuccess: true,
  },
  UNDETECTED_FACE: {
    meaning: 'The phone detected no face.',
    status: 200,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      request_id: '1800000600,61c6d7ce-fb73-4509-afb3-d6d808fb3cea',
      time_used: 443,
      result_code: 4200,
      result_message: 'UNDETECTED_FACE',
    },
    isSuccess: true,
  },
  ACTION_ERROR: {
    meaning: 'The user did not follow the instructions on the phone.',
    status: 200,
    headers: {
      'Content-Type': 'application/json',
    },
    body: {
      request_id: '1800000600,e08847e5-df35-4c8d-a389-60158f5ab570',
      time_used: 450,
      result_code: 4200,
      result_message: 'ACTION_ERROR',
    },
    isSuccess: true,
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
  verify: {
    '413': answers['413'],
    '429': answers['429'],
    '502': answers['502'],
    '503': answers['503'],
    '504': answers['504'],
    MISSING_ARGUMENTS: answers['MISSING_ARGUMENTS of verify'],
    BAD_ARGUMENTS: answers['BAD_ARGUMENTS of verify'],
    AUTHENTICATION_ERROR: answers['AUTHENTICATION_ERROR'],
    API_KEY_BE_DISCONTINUED: answers['API_KEY_BE_DISCONTINUED'],
    IP_NOT_ALLOWED: answers['IP_NOT_ALLOWED'],
    LIMIT_REACHED: answers['LIMIT_REACHED'],
    DENIED: answers['DENIED'],
    EXPIRED_SIGN: answers['EXPIRED_SIGN'],
    INVALID_SIGN: answers['INVALID_SIGN'],
    MORE_RETRY_TIMES: answers['MORE_RETRY_TIMES'],
    CONCURRENCY_LIMIT_EXCEEDED: answers['CONCURRENCY_LIMIT_EXCEEDED'],
    IMAGE_ERROR_UNSUPPORTED_FORMAT: answers['IMAGE_ERROR_UNSUPPORTED_FORMAT'],
    NO_FACE_FOUND: answers['NO_FACE_FOUND'],
    INVALID_IMAGE_SIZE: answers['INVALID_IMAGE_SIZE'],
    DATA_DESTROYED: answers['DATA_DESTROYED'],
    API_NOT_FOUND: answers['API_NOT_FOUND'],
    INTERNAL_ERROR: answers['INTERNAL_ERROR'],
    UNLISTED_REASON: answers['UNLISTED_REASON'],
    PASS_LIVING_NOT_THE_SAME: answers['PASS_LIVING_NOT_THE_SAME'],
    NO_ID_CARD_NUMBER: answers['NO_ID_CARD_NUMBER'],
    ID_NUMBER_NAME_NOT_MATCH: answers['ID_NUMBER_NAME_NOT_MATCH'],
    verify_NO_FACE_FOUND: answers['verify_NO_FACE_FOUND'],
    NO_ID_PHOTO: answers['NO_ID_PHOTO'],
    PHOTO_FORMAT_ERROR: answers['PHOTO_FORMAT_ERROR'],
    DATA_SOURCE_ERROR: answers['DATA_SOURCE_ERROR'],
    FAIL_LIVING_FACE_ATTACK: answers['FAIL_LIVING_FACE_ATTACK'],
    VIDEO_LACK_FRAMES: answers['VIDEO_LACK_FRAMES'],
    FAIL_EYES_CLOSE_DETECTION: answers['FAIL_EYES_CLOSE_DETECTION'],
    BIZ_TOKEN_DENIED: answers['BIZ_TOKEN_DENIED'],
    AUTHENTICATION_FAIL: answers['AUTHENTICATION_FAIL'],
    MOBILE_PHONE_NOT_SUPPORT: answers['MOBILE_PHONE_NOT_SUPPORT'],
    SDK_TOO_OLD: answers['SDK_TOO_OLD'],
    MOBILE_PHONE_NO_AUTHORITY: answers['MOBILE_PHONE_NO_AUTHORITY'],
    USER_CANCELLATION: answers['USER_CANCELLATION'],
    USER_TIMEOUT: answers['USER_TIMEOUT'],
    VERIFICATION_FAILURE: answers['VERIFICATION_FAILURE'],
    UNDETECTED_FACE: answers['UNDETECTED_FACE'],
    ACTION_ERROR: answers['ACTION_ERROR'],
  },
};
