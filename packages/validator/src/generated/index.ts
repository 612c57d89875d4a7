// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

export { type ClientOptions, type GetBizTokenRequest, type GetBizTokenResponse, type ErrorResponse, type GatewayText, type VerifyRequest, type VerifyResponse, type GetBizTokenData, type GetBizTokenErrors, type GetBizTokenError, type GetBizTokenResponses, type GetBizTokenSuccess, type VerifyData, type VerifyErrors, type VerifyError, type VerifyResponses, type VerifySuccess } from './types.gen.ts';
export { type GetBizTokenInput, type VerifyInput, validateGetBizTokenRequest, isGetBizTokenRequest, validateGetBizTokenResponse, isGetBizTokenResponse, validateErrorResponse, isErrorResponse, validateGatewayText, isGatewayText, validateVerifyRequest, isVerifyRequest, validateVerifyResponse, isVerifyResponse, validateGetBizTokenInput, isGetBizTokenInput, validateVerifyInput, isVerifyInput, inputValidators, answerValidators } from './validators.ts';
export type { Issue } from '../explain.ts';
export type { Verdict } from '../verdict.ts';
export { shownName } from '../shownName.ts';
export { utf8Length } from '../utf8Length.ts';
