// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

import { getBizToken, verify } from './sdk.gen.ts';
import type { GetBizTokenData, GetBizTokenResponse, VerifyData, VerifyResponse } from './types.gen.ts';

/** What each operation of the API takes, including the signature, and what it returns on success. */
export interface Operations {
  /**
   * Get a biz_token.
   *
   * Requests the identifier of one verification. Your server passes the `biz_token` to the phone, which starts the
   * FaceLiveStill SDK with it.
   *
   * Call it from your server only. Anyone who has the API secret can mint tokens on your account: keep the secret out of apps and pages,
   * and keep both the secret and `sign` out of logs.
   */
  getBizToken: { body: GetBizTokenData['body']; answer: GetBizTokenResponse };
  /**
   * Ask for the verdict.
   *
   * Asks FinAuth for the result of the check: whether it was a live person, and the expected one. Call it once, from your server, after the phone's SDK
   * has ended with code 1000. With any other code, do not call it: let the user start again, with a new token.
   *
   * **A status of 200 does not mean that the person has passed.** It means that there is a result; `result_code` and `result_message` say which. Read them with
   * `outcomeOf(answer)`, for which only a listed pass is a pass. "Results" lists all of them.
   *
   * Send it to the region that made the token.
   *
   * @experimental A preview: FinAuth's documentation does not cover it, and a minor version may change it.
   */
  verify: { body: VerifyData['body']; answer: VerifyResponse };
}

/** The function of each operation, by the operation's ID. */
export const operations: { readonly getBizToken: typeof getBizToken; readonly verify: typeof verify } = { getBizToken, verify };
