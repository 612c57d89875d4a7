import { resolve, successOf, type Contract, type Operation } from './contract.ts';

/** How much of an answer the SDK reads where the spec says nothing: DEFAULT_MAX_RESPONSE_BYTES of `signing`. */
export const usualMaxResponseBytes = 1_048_576;

/** How much of an operation's answer is to be read, in bytes, where its success says so (`x-maxBytes`). */
export function responseLimitOf(contract: Contract, operation: Operation): number | undefined {
  return resolve(contract, operation.responses[successOf(operation)]!)['x-maxBytes'];
}
