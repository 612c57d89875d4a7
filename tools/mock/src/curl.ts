import { type Contract, isBinary, operationsOf, requestOf, resolve } from '@finauth-sdk/generate/contract';
import { requestExample } from '@finauth-sdk/generate/requestExamples';
import type { DocumentedAnswer } from './documentedAnswers.ts';

const CONTINUED = ' \\\n  ';

/** A curl command that sends the spec's own example and asks for the given answer. A file is one of the field's name. */
export function curl(contract: Contract, baseUrl: string, { operationId, method, path, prefer }: DocumentedAnswer): string {
  const { operation } = operationsOf(contract).find((each) => each.operation.operationId === operationId)!;
  const { encoding, schema } = requestOf(contract, operation);
  const example = requestExample(contract, operation);
  const { properties = {} } = schema;
  const start = [`curl -X ${method} ${baseUrl}${path}`, `-H 'Prefer: ${prefer}'`];
  if (encoding === 'json') return [...start, `--json '${JSON.stringify(example).replaceAll("'", String.raw`'\''`)}'`].join(CONTINUED);
  if (encoding === 'query')
    return [...start, '--get', ...Object.entries(example).map(([field, value]) => `--data-urlencode '${field}=${String(value)}'`)].join(
      CONTINUED,
    );
  const part = (field: string, value: unknown): string =>
    isBinary(resolve(contract, properties[field] ?? {})) ? `--form '${field}=@${field}'` : `--form-string '${field}=${String(value)}'`;
  return [...start, ...Object.entries(example).map(([field, value]) => part(field, value))].join(CONTINUED);
}
