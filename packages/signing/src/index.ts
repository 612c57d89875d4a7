export type { Call, Middleware, Next, OperationId, Result } from './call.ts';
export { canonicalize, type SignatureFields } from './signature/canonicalize.ts';
export type { Check, CheckOptions, CheckReport } from './check.ts';
export { createFinAuth, createFinAuthWith, type FinAuth } from './createFinAuth.ts';
export { createSigner, type Credentials, type Signer, type SignerOptions } from './signature/createSigner.ts';
export { digest } from './signature/digest.ts';
export { encodeSign } from './signature/encodeSign.ts';
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
export { inspectSign, type InspectedSign } from './signature/inspectSign.ts';
export type { Limiter, LimiterSlot } from './middleware/limiter.ts';
export type { Operation } from './operation.ts';
export type { RetryOptions } from './middleware/retry.ts';
export type { CredentialsSource } from './middleware/sign.ts';
export type { CallOptions, FinAuthOptions } from './options/options.ts';
export type { AbortSignalLike, HeadersLike } from './platform/platform.ts';
export { type Outcome, outcomeOf } from './answer/outcomeOf.ts';
export { parseError, type ParsedError } from './answer/parseError.ts';
export type { ClosableTransport, Transport, TransportAnswer, TransportRequest } from './transport.ts';
export type { CloseOptions } from './time/underWay.ts';
export { verifySign, type SignVerdict, type VerifyOptions } from './signature/verifySign.ts';
export type { Timers } from './time/withDeadline.ts';
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
