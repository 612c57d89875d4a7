/** What must compile, and what must not. `npm run typecheck` is the test: an expected error that does not come is one. */
import { type Client, errorCatalogue, getBizToken, type Operations, type Region, servers, signatureScheme } from '@finauth-sdk/client';
import {
  createFinAuth,
  type ErrorCode,
  FinAuthApiError,
  type FinAuth,
  type Outcome,
  outcomeOf,
  type VerifyResponse,
} from '@finauth-sdk/signing';

declare const finauth: FinAuth;
declare const client: Client;

// createFinAuth: the caller gives the fields, and never the signature.
const answer: Promise<Operations['getBizToken']['answer']> = finauth.getBizToken({ liveness_id: 'scene', uuid: 'user' });
void answer.then(({ biz_token, time_used }) => [biz_token.length, time_used.toFixed()]);
// @ts-expect-error -- the signature is not the caller's
void finauth.getBizToken({ liveness_id: 'scene', sign: 'mine' });
// @ts-expect-error -- nor is its version
void finauth.getBizToken({ liveness_id: 'scene', sign_version: signatureScheme.algorithm });
// @ts-expect-error -- liveness_id is required
void finauth.getBizToken({ uuid: 'user' });
// @ts-expect-error -- a misspelt field
void finauth.getBizToken({ liveness_id: 'scene', uid: 'user' });
// @ts-expect-error -- an operation that the spec does not have
void finauth.getBizTokens;

// The bare client: the body bears the signature.
void getBizToken({ client, body: { sign: 'mine', sign_version: signatureScheme.algorithm, liveness_id: 'scene' } });
// @ts-expect-error -- without a signature
void getBizToken({ client, body: { liveness_id: 'scene' } });
// @ts-expect-error -- with a version that there is not
void getBizToken({ client, body: { sign: 'mine', sign_version: 'hmac_md5', liveness_id: 'scene' } });
// @ts-expect-error -- without a client, since there is no default one
void getBizToken({ body: { sign: 'mine', sign_version: signatureScheme.algorithm, liveness_id: 'scene' } });

// Regions.
const region: Region = 'sgp';
createFinAuth({ region });
// @ts-expect-error -- a misspelt region
createFinAuth({ region: 'sgn' });
// @ts-expect-error -- a region that is not in the table
void servers.sgn;

// Codes: the listed ones are known, any other is legal.
const listed: ErrorCode = 'INTERNAL_ERROR';
const unlisted: ErrorCode = 'SOMETHING_NEW';
void [listed, unlisted, errorCatalogue.INTERNAL_ERROR.remedy];
// @ts-expect-error -- the catalogue holds listed codes only
void errorCatalogue.SOMETHING_NEW;

export function judge(error: unknown): string | undefined {
  if (!(error instanceof FinAuthApiError)) return undefined;
  // @ts-expect-error -- a code is a string
  if (error.code === 403) return undefined;
  return error.code === 'AUTHORIZATION_ERROR' && error.detail === 'EXPIRED_SIGN' ? error.remedy : error.requestId;
}

// The verdict: an answer says nothing of a pass, and whoever looks for one there is told so.
declare const verdict: VerifyResponse;
const outcome: Outcome = outcomeOf(verdict);
const passed: boolean = outcome.passed;
void [passed, outcome.tellUser, outcome.billed];
// @ts-expect-error -- an answer is no outcome
if (verdict.passed) void verdict;
// @ts-expect-error -- nor does it have one of its fields
void verdict.kind;
// @ts-expect-error -- an answer cannot be taken for an outcome
const wrong: Outcome = verdict;
// @ts-expect-error -- the code may be digits
void [wrong, verdict.result_code.toFixed()];
// @ts-expect-error -- a token's answer has no result
void outcomeOf({ biz_token: 'a', request_id: 'b', time_used: 1 });
// @ts-expect-error -- an outcome cannot be turned into a pass
outcome.passed = true;
void finauth.verify({ biz_token: 't', verify_id: 'v', comparison_type: '0', image_ref1: new Blob() });
// @ts-expect-error -- a comparison that there is not
void finauth.verify({ biz_token: 't', verify_id: 'v', comparison_type: '2' });
