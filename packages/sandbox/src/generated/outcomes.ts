// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

import type { Outcome } from '../api/outcome.ts';

/** The message of a result. */
export type OutcomeName = 'SUCCESS' | 'PASS_LIVING_NOT_THE_SAME' | 'NO_ID_CARD_NUMBER' | 'ID_NUMBER_NAME_NOT_MATCH' | 'NO_FACE_FOUND' | 'NO_ID_PHOTO' | 'PHOTO_FORMAT_ERROR' | 'DATA_SOURCE_ERROR' | 'FAIL_LIVING_FACE_ATTACK' | 'VIDEO_LACK_FRAMES' | 'FAIL_EYES_CLOSE_DETECTION' | 'BIZ_TOKEN_DENIED' | 'AUTHENTICATION_FAIL' | 'MOBILE_PHONE_NOT_SUPPORT' | 'SDK_TOO_OLD' | 'MOBILE_PHONE_NO_AUTHORITY' | 'USER_CANCELLATION' | 'USER_TIMEOUT' | 'VERIFICATION_FAILURE' | 'UNDETECTED_FACE' | 'ACTION_ERROR';

/** What the phone's SDK ends with, and what is answered then, by the message of the result. */
export const outcomes: Readonly<Record<OutcomeName, Outcome>> = {
  SUCCESS: {
    phoneCode: 1000,
    answer: {
      request_id: '1800000600,be2937f9-ac8d-4192-ada0-9ca681e24d1a',
      time_used: 310,
      result_code: 1000,
      result_message: 'SUCCESS',
      verification: {
        ref1: {
          confidence: 91.264,
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
  },
  PASS_LIVING_NOT_THE_SAME: {
    phoneCode: 1000,
    answer: {
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
  },
  NO_ID_CARD_NUMBER: {
    phoneCode: 1000,
    answer: {
      request_id: '1800000600,40edbe90-f688-4fc3-af2a-34180807a744',
      time_used: 324,
      result_code: 3000,
      result_message: 'NO_ID_CARD_NUMBER',
    },
  },
  ID_NUMBER_NAME_NOT_MATCH: {
    phoneCode: 1000,
    answer: {
      request_id: '1800000600,c0a385aa-396b-4446-a498-0f34fdf5f180',
      time_used: 331,
      result_code: 3000,
      result_message: 'ID_NUMBER_NAME_NOT_MATCH',
    },
  },
  NO_FACE_FOUND: {
    phoneCode: 1000,
    answer: {
      request_id: '1800000600,76367e6e-88ee-42a9-a897-0df0d0324fdf',
      time_used: 338,
      result_code: 3000,
      result_message: 'NO_FACE_FOUND',
    },
  },
  NO_ID_PHOTO: {
    phoneCode: 1000,
    answer: {
      request_id: '1800000600,d711f04d-9135-480a-a561-38353d27b80f',
      time_used: 345,
      result_code: 3000,
      result_message: 'NO_ID_PHOTO',
    },
  },
  PHOTO_FORMAT_ERROR: {
    phoneCode: 1000,
    answer: {
      request_id: '1800000600,b0c1ba5b-744c-4f37-a3df-07f8baca19da',
      time_used: 352,
      result_code: 3000,
      result_message: 'PHOTO_FORMAT_ERROR',
    },
  },
  DATA_SOURCE_ERROR: {
    phoneCode: 1000,
    answer: {
      request_id: '1800000600,f7203e2c-9cfb-4944-a07a-69469f5e32fc',
      time_used: 359,
      result_code: 3000,
      result_message: 'DATA_SOURCE_ERROR',
    },
  },
  FAIL_LIVING_FACE_ATTACK: {
    phoneCode: 1000,
    answer: {
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
  },
  VIDEO_LACK_FRAMES: {
    phoneCode: 1000,
    answer: {
      request_id: '1800000600,d67b1d0c-57ab-463f-a2ee-5b666563302f',
      time_used: 373,
      result_code: 4100,
      result_message: 'VIDEO_LACK_FRAMES',
    },
  },
  FAIL_EYES_CLOSE_DETECTION: {
    phoneCode: 1000,
    answer: {
      request_id: '1800000600,cfdb81a4-21d7-4bfc-a88c-d2bb349a7842',
      time_used: 380,
      result_code: 4100,
      result_message: 'FAIL_EYES_CLOSE_DETECTION',
    },
  },
  BIZ_TOKEN_DENIED: {
    phoneCode: 4200,
    answer: {
      request_id: '1800000600,712caf28-f128-4a79-a18e-d40a09d73f1e',
      time_used: 387,
      result_code: 4200,
      result_message: 'BIZ_TOKEN_DENIED',
    },
  },
  AUTHENTICATION_FAIL: {
    phoneCode: 4200,
    answer: {
      request_id: '1800000600,72e9cdd3-bf24-49e0-a388-cd70805065cd',
      time_used: 394,
      result_code: 4200,
      result_message: 'AUTHENTICATION_FAIL',
    },
  },
  MOBILE_PHONE_NOT_SUPPORT: {
    phoneCode: 4200,
    answer: {
      request_id: '1800000600,4d28ea8b-164d-41f5-a0da-a1f7abfdd267',
      time_used: 401,
      result_code: 4200,
      result_message: 'MOBILE_PHONE_NOT_SUPPORT',
    },
  },
  SDK_TOO_OLD: {
    phoneCode: 4200,
    answer: {
      request_id: '1800000600,a5cb8cf6-cc59-48aa-a12c-d376f4263744',
      time_used: 408,
      result_code: 4200,
      result_message: 'SDK_TOO_OLD',
    },
  },
  MOBILE_PHONE_NO_AUTHORITY: {
    phoneCode: 4200,
    answer: {
      request_id: '1800000600,7e679e4c-fe89-4758-a87d-e37ed71583f7',
      time_used: 415,
      result_code: 4200,
      result_message: 'MOBILE_PHONE_NO_AUTHORITY',
    },
  },
  USER_CANCELLATION: {
    phoneCode: 4200,
    answer: {
      request_id: '1800000600,17cdc4a9-a5e4-4906-ac61-d50d3120cafb',
      time_used: 422,
      result_code: 4200,
      result_message: 'USER_CANCELLATION',
    },
  },
  USER_TIMEOUT: {
    phoneCode: 4200,
    answer: {
      request_id: '1800000600,3f34df14-df22-4f5c-a58f-be544d72f0b8',
      time_used: 429,
      result_code: 4200,
      result_message: 'USER_TIMEOUT',
    },
  },
  VERIFICATION_FAILURE: {
    phoneCode: 4200,
    answer: {
      request_id: '1800000600,6a59b2dc-1a49-409f-a916-f19620c98734',
      time_used: 436,
      result_code: 4200,
      result_message: 'VERIFICATION_FAILURE',
    },
  },
  UNDETECTED_FACE: {
    phoneCode: 4200,
    answer: {
      request_id: '1800000600,61c6d7ce-fb73-4509-afb3-d6d808fb3cea',
      time_used: 443,
      result_code: 4200,
      result_message: 'UNDETECTED_FACE',
    },
  },
  ACTION_ERROR: {
    phoneCode: 4200,
    answer: {
      request_id: '1800000600,e08847e5-df35-4c8d-a389-60158f5ab570',
      time_used: 450,
      result_code: 4200,
      result_message: 'ACTION_ERROR',
    },
  },
};

/** What the phone ends with unless it is told otherwise: a pass. */
export const usualOutcome: OutcomeName = 'SUCCESS';
