export type { Call, Middleware, Next, OperationId, Result } from './call.ts';
export { canonicalize, type SignatureFields } from './canonicalize.ts';
export type { Check, CheckOptions, CheckReport } from './check.ts';
export { createFinAuth, createFinAuthWith, type FinAuth } from './createFinAuth.ts';
export { createSigner, type Credentials, type Signer, type SignerOptions } from './createSigner.ts';
export { digest } from './digest.ts';
export { encodeSign } from './encodeSign.ts';
export {
  FinAuthApiError,
  FinAuthClosedError,
  FinAuthConfigError,
  FinAuthConnectionError,
  FinAuthError,
  FinAuthInputError,
  FinAuthResponseError,
  FinAuthTimeoutError,
} from './errors.ts';
export type { FinAuthEvent, OnEvent } from './events.ts';
export { inspectSign, type InspectedSign } from './inspectSign.ts';
export type { Limiter, LimiterSlot } from './limiter.ts';
export type { Operation } from './operation.ts';
export type { RetryOptions } from './middleware/retry.ts';
export type { CredentialsSource } from './middleware/sign.ts';
export type { CallOptions, FinAuthOptions } from './options.ts';
export type { AbortSignalLike, HeadersLike } from './platform.ts';
export { type Outcome, outcomeOf } from './outcomeOf.ts';
export { parseError, type ParsedError } from './parseError.ts';
export type { ClosableTransport, Transport, TransportAnswer, TransportRequest } from './transport.ts';
export type { CloseOptions } from './underWay.ts';
export { verifySign, type SignVerdict, type VerifyOptions } from './verifySign.ts';
export type { Timers } from './withDeadline.ts';
export type {
  ErrorCode,
  ErrorCodeOf,
  ErrorDetail,
  ErrorReasonOf,
  KnownErrorCode,
  KnownErrorReason,
  KnownResult,
  OutcomeKind,
  Region,
  RetryAdvice,
  TryAgain,
} from '@finauth-sdk/client';
export type { Issue } from '@finauth-sdk/validator';
// The one list of names that is not kept here: it grows with the spec, and names each type itself.
export type * from './generated/operationTypes.ts';
