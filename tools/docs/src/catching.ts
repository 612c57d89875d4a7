import { type Contract, operationsOf, requestOf, resolve } from '@finauth-sdk/generate/contract';
import { type ErrorEntry, operationsOfEntry } from './errorEntries.ts';

/** TypeScript that tells an error from all others. A test compiles it. */
export function catching(contract: Contract, entry: ErrorEntry): string {
  const { name, code } = entry;
  const [kind, test] =
    name === 'unlisted'
      ? ['FinAuthApiError', '']
      : code
        ? ['FinAuthApiError', ` && error.${name === code ? 'code' : 'detail'} === '${name}'`]
        : ['FinAuthResponseError', ` && error.status === ${name}`];
  const facts = kind === 'FinAuthApiError' ? 'error.code, error.detail, error.remedy, error.requestId' : 'error.remedy, error.excerpt';
  return `import { createFinAuth, ${kind} } from '@finauth-sdk/signing';

const finauth = createFinAuth();

try {
  await finauth.${callOf(contract, entry)};
} catch (error) {
  if (!(error instanceof ${kind}${test})) throw error;
  console.error(${facts});
}`;
}

/** A call that may end with the error, if there is one that takes nothing but texts: of others, any. */
function callOf(contract: Contract, entry: ErrorEntry): string {
  const own = operationsOfEntry(contract, entry);
  const all = operationsOf(contract).map(({ operation }) => operation);
  const signed = Object.values(contract['x-signature'].fields);
  const plain = [...own, ...all].flatMap((operation) => {
    const { schema } = requestOf(contract, operation);
    const required = (schema.required ?? []).filter((name) => !signed.includes(name));
    const isText = required.every((name) => {
      const { type, format, contentMediaType, enum: values } = resolve(contract, schema.properties![name]!) as Record<string, unknown>;
      return type === 'string' && !format && !contentMediaType && !values;
    });
    return isText
      ? [`${operation.operationId}({ ${required.map((name) => `${name}: 'your-${name.replaceAll('_', '-')}'`).join(', ')} })`]
      : [];
  });
  return plain[0] ?? `${all[0]!.operationId}(input)`;
}
