export type { Handler, HandlerOptions } from './createHandler.ts';
export { createTokenHandler, type TokenHandlerOptions, type TokenRequest } from './createTokenHandler.ts';
export { createVerifyHandler, type Decided, type VerdictRequest, type VerifyHandlerOptions } from './createVerifyHandler.ts';
export { type HttpError, type HttpErrorCode, type HttpErrorRow, httpErrors, toHttpError } from './toHttpError.ts';
export { type Allowance, type Decision, type KnownToken, TokenLimitError, type TokenStore, UnknownTokenError } from './tokenStore.ts';
export { memoryStore, type MemoryStoreOptions } from './memoryStore.ts';
export { type Attributes, createMetrics, type InstrumentOptions, type MeterLike } from './createMetrics.ts';
export { type PromClientLike, prometheusMeter } from './prometheusMeter.ts';
