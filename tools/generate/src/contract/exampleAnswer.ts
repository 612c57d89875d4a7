import { resolve, successOf, type Contract, type Operation } from './contract.ts';
import { SpecError } from '../specError.ts';

/** The spec's first example of an operation's success. Throws a SpecError where there is none. */
export function exampleAnswerOf(contract: Contract, operation: Operation): Record<string, unknown> {
  const status = successOf(operation);
  const { content } = resolve(contract, operation.responses[status]!);
  const example = Object.values(content?.['application/json']?.examples ?? {})[0]?.value;
  if (example === null || typeof example !== 'object') {
    throw new SpecError(
      `- ${operation.operationId} has no example of success: add one to its response ${status}. The sandbox answers with it.`,
    );
  }
  return example as Record<string, unknown>;
}
