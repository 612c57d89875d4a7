import { operationsOf, pascalCase, requestOf, type Contract, type Encoding } from './contract.ts';
import { answerName } from './generateValidators.ts';
import { responseLimitOf } from './responseLimit.ts';
import { docComment, header, lineComment } from './typescriptText.ts';

/** What makes a request of the fields, and the file of `signing` that has it. */
const encoders: Readonly<Record<Encoding, readonly [name: string, from: string]>> = {
  form: ['asForm', '../encodeForm.ts'],
  query: ['asQuery', '../encodeQuery.ts'],
  json: ['asJson', '../encodeJson.ts'],
};

/** Each operation by itself, so that a bundle can hold those alone that a program calls; with the encoders that they need, and no others. */
export function generateOperations(contract: Contract): string {
  const all = operationsOf(contract).map(({ operation }) => operation);
  const used = [...new Set(all.map((operation) => requestOf(contract, operation).encoding))].sort();
  const imports = used.map((encoding) => `import { ${encoders[encoding][0]} } from '${encoders[encoding][1]}';\n`).join('');
  const rows = all.map((operation) => {
    const { operationId: id, summary, deprecated } = operation;
    const limit = responseLimitOf(contract, operation);
    const [encoder] = encoders[requestOf(contract, operation).encoding];
    const words = deprecated
      ? docComment(`${summary}.`).replace(/ \*\/$/, ` *\n * @deprecated It is on its way out.\n */`)
      : lineComment(`${summary}.`);
    return `${words}
export const ${id}: Operation<'${id}'> = {
  id: '${id}',
  encoder: ${encoder},
  send: client.${id},
  input: validator.validate${pascalCase(id)}Input,
  answer: validator.validate${answerName(contract, operation)},
${limit === undefined ? '' : `  maxResponseBytes: ${limit},\n`}} satisfies OwnOperation<'${id}'> as Operation<'${id}'>;
`;
  });
  const ids = all.map(({ operationId }) => operationId);
  return `${header}
import * as client from '@finauth-sdk/client';
import * as validator from '@finauth-sdk/validator';
${imports}import type { Operation, OwnOperation } from '../operation.ts';

${rows.join('\n')}
/** All of them. */
export const operations: { ${ids.map((id) => `readonly ${id}: Operation<'${id}'>`).join('; ')} } = { ${ids.join(', ')} };
`;
}
