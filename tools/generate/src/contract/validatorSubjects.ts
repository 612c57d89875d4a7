import { answerOf, operationsOf, pascalCase, requestOf, type Contract, type Operation, type Schema } from './contract.ts';
import { EXPERIMENTAL, PREVIEW, previewSchemas } from './stability.ts';
import { union } from '../typescriptText.ts';

/** A schema to make a validator of, and the type it stands for. */
export interface Subject {
  name: string;
  schema: Schema;
  doc: string;
  /** Where the type is not one of hey-api's, what it is. */
  type?: string;
  /** Tags of TSDoc. */
  tags: string[];
}

/** Each schema of the spec, and of each operation what it takes and gives where that is not one of them. */
export function validatorSubjects(contract: Contract): Subject[] {
  return [...schemaSubjects(contract), ...requestSubjects(contract), ...inputSubjects(contract), ...answerSubjects(contract)];
}

function schemaSubjects(contract: Contract): Subject[] {
  const previews = previewSchemas(contract);
  return Object.entries(contract.components.schemas).map(([name, schema]) => ({
    name,
    schema,
    doc: String(schema.description ?? name),
    tags: previews.has(name) ? [EXPERIMENTAL] : [],
  }));
}

/** The signed bodies of those operations whose body is not a named schema of the spec. */
function requestSubjects(contract: Contract): Subject[] {
  return operationsOf(contract)
    .filter(({ operation }) => requestOf(contract, operation).ref === undefined)
    .map(({ operation }) => ({
      name: requestName(contract, operation),
      schema: requestOf(contract, operation).schema,
      doc: `What ${operation.operationId} takes, signature included.`,
      type: dataType(operation),
      tags: previewTag(operation),
    }));
}

/** What an operation takes, as hey-api has it: in its types, fields of a query are no body. */
export function dataType({ operationId, requestBody }: Operation): string {
  return `${pascalCase(operationId)}Data['${requestBody === undefined ? 'query' : 'body'}']`;
}

/** What the fields of an operation are called as a whole: `validate…` of it judges them as they go over the wire. */
export function requestName(contract: Contract, operation: Operation): string {
  const { ref, encoding } = requestOf(contract, operation);
  return ref ?? `${pascalCase(operation.operationId)}${encoding === 'query' ? 'Query' : 'Body'}`;
}

/** What the caller of an operation gives: its body without the fields that the signature fills, and nothing else. */
function inputSubjects(contract: Contract): Subject[] {
  const { fields } = contract['x-signature'];
  const signed = [fields.sign, fields.version];
  return operationsOf(contract).map(({ operation }) => {
    const { schema, ref } = requestOf(contract, operation);
    const id = pascalCase(operation.operationId);
    return {
      name: `${id}Input`,
      schema: {
        ...schema,
        properties: Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([field]) => !signed.includes(field))),
        required: (schema.required ?? []).filter((field) => !signed.includes(field)),
        additionalProperties: false,
      },
      doc: `What the caller of ${operation.operationId} passes: its request without the signature's fields. An unknown field is refused.`,
      type: `Omit<${ref ?? dataType(operation)}, ${union(signed)}>`,
      tags: previewTag(operation),
    };
  });
}

/** The answers of those operations whose answer is not a named schema of the spec. */
function answerSubjects(contract: Contract): Subject[] {
  return operationsOf(contract)
    .filter(({ operation }) => answerOf(contract, operation).ref === undefined)
    .map(({ operation }) => {
      const responses = `${pascalCase(operation.operationId)}Responses`;
      return {
        name: answerName(contract, operation),
        schema: answerOf(contract, operation).schema,
        doc: `What ${operation.operationId} answers when all is well.`,
        type: `${responses}[keyof ${responses}]`,
        tags: previewTag(operation),
      };
    });
}

/** Of a deprecated operation, what it takes and gives is not marked: whoever calls it has been told. */
function previewTag({ 'x-stability': stability }: Operation): string[] {
  return stability === PREVIEW ? [EXPERIMENTAL] : [];
}

/** What an operation's successful answer is called. */
export function answerName(contract: Contract, operation: Operation): string {
  return answerOf(contract, operation).ref ?? `${pascalCase(operation.operationId)}Answer`;
}
