import { type Contract, isBinary, operationsOf, requestOf, resolve } from '@finauth-sdk/generate/contract';
import { requestExample } from '@finauth-sdk/generate/requestExample';
import type { DocumentedAnswer } from './documentedAnswers.ts';

/** A curl command that sends the spec's own example and asks for the given answer. A file is one of the field's name. */
export function curl(contract: Contract, baseUrl: string, { operationId, method, path, prefer }: DocumentedAnswer): string {
  const { operation } = operationsOf(contract).find((each) => each.operation.operationId === operationId)!;
  const { properties = {} } = requestOf(contract, operation).schema;
  const part = (field: string, value: unknown): string =>
    isBinary(resolve(contract, properties[field] ?? {})) ? `--form '${field}=@${field}'` : `--form-string '${field}=${String(value)}'`;
  return [
    `curl -X ${method} ${baseUrl}${path}`,
    `-H 'Prefer: ${prefer}'`,
    ...Object.entries(requestExample(operation)).map(([field, value]) => part(field, value)),
  ].join(' \\\n  ');
}
