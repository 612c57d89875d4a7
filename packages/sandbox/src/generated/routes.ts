// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

import { validateGetBizTokenRequest, validateVerifyRequest } from '@finauth-sdk/validator';
import type { Route } from '../api/route.ts';

/** Every operation of the API, as something to be served. */
export const routes: readonly Route[] = [
  {
    operationId: 'getBizToken',
    summary: 'Get a biz_token',
    method: 'POST',
    path: '/finauth/v5/sdk/get_biz_token',
    encoding: 'form',
    fields: {
      sign: {
        kind: 'text',
        many: false,
      },
      sign_version: {
        kind: 'text',
        many: false,
      },
      liveness_id: {
        kind: 'text',
        many: false,
      },
      uuid: {
        kind: 'text',
        many: false,
        maxBytes: 128,
      },
    },
    required: ['sign', 'sign_version', 'liveness_id'],
    scenarioField: 'liveness_id',
    takes: [],
    success: {
      status: 200,
      example: {
        biz_token: '1800000000,2f6c1a9e-5b0d-4c77-9e3a-8d41f0b7c652',
        time_used: 21,
        request_id: '1800000000,9b1f4e60-73c8-4f0e-8a55-c0d2e6a1b394',
      },
      tokens: {
        biz_token: 3600,
      },
      unique: ['request_id'],
    },
    validate: validateGetBizTokenRequest,
  },
  {
    operationId: 'verify',
    summary: 'Ask for the verdict',
    method: 'POST',
    path: '/finauth/v5/sdk/verify',
    encoding: 'form',
    fields: {
      sign: {
        kind: 'text',
        many: false,
      },
      sign_version: {
        kind: 'text',
        many: false,
      },
      biz_token: {
        kind: 'text',
        many: false,
      },
      verify_id: {
        kind: 'text',
        many: false,
      },
      uuid: {
        kind: 'text',
        many: false,
        maxBytes: 128,
      },
      comparison_type: {
        kind: 'text',
        many: false,
      },
      image_ref1: {
        kind: 'file',
        many: false,
        maxBytes: 2097152,
        isPersonal: true,
        types: {
          beginnings: {
            'image/jpeg': 'ffd8ff',
            'image/png': '89504e470d0a1a0a',
          },
          other: 'IMAGE_ERROR_UNSUPPORTED_FORMAT',
          tooLarge: '413',
        },
      },
      idcard_name: {
        kind: 'text',
        many: false,
        isPersonal: true,
      },
      idcard_number: {
        kind: 'text',
        many: false,
        isPersonal: true,
      },
    },
    required: ['sign', 'sign_version', 'biz_token', 'verify_id', 'comparison_type'],
    scenarioField: 'verify_id',
    takes: [{
      field: 'biz_token',
      from: {
        operation: 'getBizToken',
        field: 'biz_token',
      },
      answers: {
        neverIssued: 'BIZ_TOKEN_DENIED',
        expired: 'DATA_DESTROYED',
        used: 'DATA_DESTROYED',
        unfinished: 'BIZ_TOKEN_DENIED',
      },
    }],
    success: {
      status: 200,
      example: {
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
      tokens: {
      },
      unique: ['request_id'],
    },
    validate: validateVerifyRequest,
  },
];
