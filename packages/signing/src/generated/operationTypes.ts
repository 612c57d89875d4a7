// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

export type { GetBizTokenResponse } from '@finauth-sdk/client';
export type { GetBizTokenInput } from '@finauth-sdk/validator';
