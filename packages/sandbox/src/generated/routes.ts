// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

import { validateGetBizTokenRequest } from '@finauth-sdk/validator';
import type { Route } from '../route.ts';

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
];
