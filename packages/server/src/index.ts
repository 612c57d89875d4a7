export { type Attributes, createMetrics, type InstrumentOptions, type MeterLike } from './createMetrics.ts';
export { createTokenHandler, type TokenHandlerOptions, type TokenRequest } from './createTokenHandler.ts';
export { memoryStore, type MemoryStoreOptions } from './memoryStore.ts';
export { type PromClientLike, prometheusMeter } from './prometheusMeter.ts';
export { type HttpError, type HttpErrorCode, type HttpErrorRow, httpErrors, toHttpError } from './toHttpError.ts';
export { type Allowance, type MintedToken, TokenLimitError, type TokenStore } from './tokenStore.ts';
