// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

export { type ClientOptions, type GetBizTokenRequest, type GetBizTokenResponse, type ErrorResponse, type GatewayText, type GetBizTokenData, type GetBizTokenErrors, type GetBizTokenError, type GetBizTokenResponses, type GetBizTokenSuccess } from './types.gen.ts';
export { type GetBizTokenInput, validateGetBizTokenRequest, isGetBizTokenRequest, validateGetBizTokenResponse, isGetBizTokenResponse, validateErrorResponse, isErrorResponse, validateGatewayText, isGatewayText, validateGetBizTokenInput, isGetBizTokenInput, inputValidators, answerValidators } from './validators.ts';
export type { Issue, Verdict } from '../verdict.ts';
export { shownName } from '../shownName.ts';
export { utf8Length } from '../utf8Length.ts';
