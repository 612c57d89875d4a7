import {
  isBinary,
  itemOf,
  operationsOf,
  pascalCase,
  requestOf,
  type Contract,
  type Encoding,
  type Operation,
} from '../contract/contract.ts';
import { fileBeginnings } from '../contract/fileTypes.ts';
import { answerName } from '../contract/validatorSubjects.ts';
import { personalFields } from '../contract/personalFields.ts';
import { responseLimitOf } from '../contract/responseLimit.ts';
import { tagsOf } from '../contract/stability.ts';
import { header, lineComment, literal } from '../typescriptText.ts';

/** What makes a request of the fields, and the file of `signing` that has it. */
const encoders: Readonly<Record<Encoding, readonly [name: string, from: string]>> = {
  form: ['asForm', '../request/encodeForm.ts'],
  query: ['asQuery', '../request/encodeQuery.ts'],
  json: ['asJson', '../request/encodeJson.ts'],
};

/** Each operation by itself, so that a bundle can hold those alone that a program calls; with the encoders that they need, and no others. */
export function generateOperations(contract: Contract): string {
  const all = operationsOf(contract).map(({ operation }) => operation);
  const used = [...new Set(all.map((operation) => requestOf(contract, operation).encoding))].sort();
  const imports = used.map((encoding) => `import { ${encoders[encoding][0]} } from '${encoders[encoding][1]}';\n`).join('');
  const rows = all.map((operation) => {
    const { operationId: id, summary } = operation;
    const limit = responseLimitOf(contract, operation);
    const personal = personalFields(contract, operation).request;
    const further = [
      ...(limit === undefined ? [] : [`  maxResponseBytes: ${limit},\n`]),
      ...(takesFiles(contract, operation) ? [`  readFiles,\n  fileTypes: ${literal(fileBeginnings(contract, operation), '  ')},\n`] : []),
      ...(personal.length > 0 ? [`  personal: ${literal(personal)},\n  holdsPersonal,\n`] : []),
    ];
    const [encoder] = encoders[requestOf(contract, operation).encoding];
    return `${lineComment(`${summary}.`, tagsOf(operation))}
export const ${id}: Operation<'${id}'> = {
  id: '${id}',
  encoder: ${encoder},
  send: client.${id},
  input: validator.validate${pascalCase(id)}Input,
  answer: validator.validate${answerName(contract, operation)},
${further.join('')}} satisfies OwnOperation<'${id}'> as Operation<'${id}'>;
`;
  });
  const ids = all.map(({ operationId }) => operationId);
  return `${header}
import * as client from '@finauth-sdk/client';
import * as validator from '@finauth-sdk/validator';
${imports}${all.some((operation) => personalFields(contract, operation).request.length > 0) ? `import { holdsPersonal } from '../answer/holdsPersonal.ts';\n` : ''}import type { Operation, OwnOperation } from '../operation.ts';
${all.some((operation) => takesFiles(contract, operation)) ? `import { readFiles } from '../request/readFiles.ts';\n` : ''}
${rows.join('\n')}
/** All of them. */
export const operations: { ${ids.map((id) => `readonly ${id}: Operation<'${id}'>`).join('; ')} } = { ${ids.join(', ')} };
`;
}

function takesFiles(contract: Contract, operation: Operation): boolean {
  return Object.values(requestOf(contract, operation).schema.properties ?? {}).some((field) => isBinary(itemOf(contract, field)));
}
