// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

export { type Options, getBizToken, verify } from './sdk.gen.ts';
export { type ClientOptions, type GetBizTokenRequest, type GetBizTokenResponse, type ErrorResponse, type GatewayText, type VerifyRequest, type VerifyResponse, type GetBizTokenData, type GetBizTokenErrors, type GetBizTokenError, type GetBizTokenResponses, type GetBizTokenSuccess, type VerifyData, type VerifyErrors, type VerifyError, type VerifyResponses, type VerifySuccess } from './types.gen.ts';
export { type Operations, operations } from './operations.ts';
export { type Region, type Server, servers } from './servers.ts';
export { signatureScheme, type SignatureField } from './signatureScheme.ts';
export { byteLimits } from './byteLimits.ts';
export { tokenLifetimes } from './tokenLifetimes.ts';
export { type KnownErrorCode, type ErrorCode, type KnownErrorReason, type ErrorDetail, type RetryAdvice, type FactSource, type ErrorAdvice, type DocumentedError, type ErrorEntry, errorCatalogue, unlistedError, gatewayErrors } from './errorCatalogue.ts';
export { type ErrorAction, errorAdvice, unlistedAdvice, errorPages } from './errorAdvice.ts';
export { operationErrors, type ErrorCodeOf, type ErrorReasonOf } from './operationErrors.ts';
export { type ResultAnswer, type KnownResult, type OutcomeKind, type TryAgain, type ResultAdvice, type ResultEntry, resultScheme, resultCatalogue, resultFamilies, unlistedResult, contradictoryResult } from './results.ts';
export { personalFields } from './personalFields.ts';
export { createClient, createConfig, type Client, type Config } from './client/index.ts';
