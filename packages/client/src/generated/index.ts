// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

export { type Options, getBizToken } from './sdk.gen.ts';
export { type ClientOptions, type GetBizTokenRequest, type GetBizTokenResponse, type ErrorResponse, type GatewayText, type GetBizTokenData, type GetBizTokenErrors, type GetBizTokenError, type GetBizTokenResponses, type GetBizTokenSuccess } from './types.gen.ts';
export { type Operations, operations } from './operations.ts';
export { type Region, type Server, servers } from './servers.ts';
export { signatureScheme, type SignatureField } from './signatureScheme.ts';
export { byteLimits } from './byteLimits.ts';
export { tokenLifetimes } from './tokenLifetimes.ts';
export { type KnownErrorCode, type ErrorCode, type KnownErrorReason, type ErrorDetail, type RetryAdvice, type FactSource, type ErrorAdvice, type DocumentedError, type ErrorEntry, errorCatalogue, unlistedError, gatewayErrors } from './errorCatalogue.ts';
export { type ErrorAction, errorAdvice, unlistedAdvice } from './errorAdvice.ts';
export { operationErrors, type ErrorCodeOf, type ErrorReasonOf } from './operationErrors.ts';
export { createClient, createConfig, type Client, type Config } from './client/index.ts';
