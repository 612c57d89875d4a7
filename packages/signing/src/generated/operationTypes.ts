// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

export type { GetBizTokenResponse, VerifyResponse } from '@finauth-sdk/client';
export type { GetBizTokenInput, VerifyInput } from '@finauth-sdk/validator';
