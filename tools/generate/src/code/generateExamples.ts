import { exampleAnswerOf } from '../contract/exampleAnswer.ts';
import { isBinary, itemOf, operationsOf, requestOf, type Contract, type Operation } from '../contract/contract.ts';
import { fileSignatures, fileTypesOf } from '../contract/fileTypes.ts';
import { requestExample } from '../contract/requestExamples.ts';
import { Code, header, literal, quote } from '../typescriptText.ts';

/** The spec's own examples, typed: what a test may send, and what a stand-in for FinAuth may answer. */
export function generateExamples(contract: Contract): string {
  const all = operationsOf(contract).map(({ operation }) => operation);
  const table = (valueOf: (operation: Operation) => unknown): string =>
    literal(Object.fromEntries(all.map((operation) => [operation.operationId, valueOf(operation)])));
  return `${header}
import type { Operations } from './operations.ts';
import type { SignatureField } from './signatureScheme.ts';

/** What a caller of each operation may give, as the spec's example has it, by the operation's ID. The signature is not the caller's to give. */
export const exampleInputs: { readonly [Id in keyof Operations]: Omit<Operations[Id]['body'], SignatureField> } = ${table((operation) => exampleInput(contract, operation))};

/** What each operation answers when all is well, as the spec's example has it, by the operation's ID. */
export const exampleAnswers: { readonly [Id in keyof Operations]: Operations[Id]['answer'] } = ${table((operation) => exampleAnswerOf(contract, operation))};
`;
}

/** The first example of a request, without the signature. A document can only hold a file as text. */
function exampleInput(contract: Contract, operation: Operation): object {
  const { properties = {} } = requestOf(contract, operation).schema;
  const signed = Object.values(contract['x-signature'].fields);
  const asSource = (name: string, value: unknown): unknown => {
    const field = properties[name] ?? {};
    if (!isBinary(itemOf(contract, field))) return value;
    // One that is to be of a type begins as files of that type do.
    const [type] = fileTypesOf(contract, field)?.allowed ?? [];
    const beginning = type === undefined ? '' : `new Uint8Array([${bytesOf(fileSignatures[type]!)}]), `;
    return new Code(`new Blob([${beginning}${quote(String(value))}]${type === undefined ? '' : `, { type: ${quote(type)} }`})`);
  };
  return Object.fromEntries(
    Object.entries(requestExample(contract, operation))
      .filter(([name]) => !signed.includes(name))
      .map(([name, value]) => [name, Array.isArray(value) ? value.map((item) => asSource(name, item)) : asSource(name, value)]),
  );
}

function bytesOf(hex: string): string {
  return hex
    .match(/../g)!
    .map((byte) => `0x${byte}`)
    .join(', ');
}
