import { type Contract, type Operation, operationsOf, requestOf, resolve } from '@finauth-sdk/generate/contract';
import { SpecError } from '@finauth-sdk/generate/specError';
import { type ErrorEntry, operationsOfEntry } from './errorEntries.ts';
import type { Guide } from './guide.ts';

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
  return sample(callOf(contract, operationsOfEntry(contract, entry)), kind, test, facts);
}

/** The same for an error of the SDK's own, whose page names its class. */
export function catchingOwn(contract: Contract, { file, title, text }: Guide): string {
  const kind = /thrown as a `(FinAuth\w*Error)`/.exec(text)?.[1];
  if (!kind) throw new SpecError(`spec/guides/sdk-errors/${file}: name the class of the error, as in "thrown as a \`FinAuthError\`".`);
  // Of an error whose page sends the reader to its cause, that is what a log needs.
  const facts = text.includes('`cause`') ? 'error.message, error.cause' : 'error.message, error.attempts';
  return sample(callOf(contract, []), kind, ` && error.code === '${title}'`, facts);
}

interface Called {
  id: string;
  /** Undefined where it is for the reader to give. */
  input?: string;
}

function sample({ id, input }: Called, kind: string, test: string, facts: string): string {
  const attempt = `try {
  await finauth.${id}(${input ?? 'input'});
} catch (error) {
  if (!(error instanceof ${kind}${test})) throw error;
  console.error(${facts});
}`;
  return `import { createFinAuth, ${kind} } from '@finauth-sdk/signing';

const finauth = createFinAuth();

${input === undefined ? asFunction(id, attempt) : attempt}`;
}

function asFunction(id: string, body: string): string {
  return `export async function ${id}(input: Parameters<typeof finauth.${id}>[0]): Promise<void> {
${body.replaceAll(/^/gm, '  ')}
}`;
}

/** One of the operations, or of all if there are none: one that takes nothing but texts, if there is one. */
function callOf(contract: Contract, own: Operation[]): Called {
  const candidates = own.length > 0 ? own : operationsOf(contract).map(({ operation }) => operation);
  const signed = Object.values(contract['x-signature'].fields);
  const plain = candidates.flatMap((operation) => {
    const { schema } = requestOf(contract, operation);
    const required = (schema.required ?? []).filter((name) => !signed.includes(name));
    const isText = required.every((name) => {
      const { type, format, contentMediaType, enum: values } = resolve(contract, schema.properties![name]!) as Record<string, unknown>;
      return type === 'string' && !format && !contentMediaType && !values;
    });
    return isText
      ? [{ id: operation.operationId, input: `{ ${required.map((name) => `${name}: 'your-${name.replaceAll('_', '-')}'`).join(', ')} }` }]
      : [];
  });
  return plain[0] ?? { id: candidates[0]!.operationId };
}
