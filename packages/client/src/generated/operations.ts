// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

import { getBizToken } from './sdk.gen.ts';
import type { GetBizTokenData, GetBizTokenResponse } from './types.gen.ts';

/** What each operation of the API takes, signature included and however it travels, and what it answers when all is well. */
export interface Operations {
  /**
   * Get a biz_token.
   *
   * Asks FinAuth for the identifier of one verification. Your server hands the `biz_token` to the phone, which gives it to the
   * FaceLiveStill SDK.
   *
   * Call it from your server only. Anyone who has the API secret can mint tokens on your account: keep the secret out of apps and pages,
   * and keep both the secret and `sign` out of logs.
   */
  getBizToken: { body: GetBizTokenData['body']; answer: GetBizTokenResponse };
}

/** The function of each operation, by the operation's ID. */
export const operations: { readonly getBizToken: typeof getBizToken } = { getBizToken };
