import { _, type KeywordCxt, Name } from 'ajv';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { answerOf, isBinary, operationsOf, pascalCase, requestOf, type Contract, type Operation, type Schema } from './contract.ts';
import { header, union } from './typescriptText.ts';
import type { Outputs } from './outputs.ts';

/** A schema to make a validator of, and the type it stands for. */
interface Subject {
  name: string;
  schema: Schema;
  doc: string;
  /** Where the type is not one of hey-api's, what it is. */
  type?: string;
}

/** ajv's standalone code for every schema of the contract, and typed functions around it. */
export function generateValidators(contract: Contract): Outputs {
  const subjects = [...schemaSubjects(contract), ...requestSubjects(contract), ...inputSubjects(contract), ...answerSubjects(contract)];
  return new Map([
    ['checks.js', checks(contract, subjects)],
    ['checks.d.ts', declarations(subjects)],
    ['validators.ts', validators(contract, subjects)],
  ]);
}

function schemaSubjects(contract: Contract): Subject[] {
  return Object.entries(contract.components.schemas).map(([name, schema]) => ({ name, schema, doc: String(schema.description ?? name) }));
}

/** The signed bodies of those operations whose body is not a named schema of the spec. */
function requestSubjects(contract: Contract): Subject[] {
  return operationsOf(contract)
    .filter(({ operation }) => requestOf(contract, operation).ref === undefined)
    .map(({ operation }) => ({
      name: requestName(contract, operation),
      schema: requestOf(contract, operation).schema,
      doc: `What ${operation.operationId} takes, signature included.`,
      type: `${pascalCase(operation.operationId)}Data['body']`,
    }));
}

/** What an operation's whole body is called: `validate…` of it judges the body as it goes over the wire. */
export function requestName(contract: Contract, operation: Operation): string {
  return requestOf(contract, operation).ref ?? `${pascalCase(operation.operationId)}Body`;
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
      doc: `What the caller of ${operation.operationId} gives: its request without the signature's fields. A field the API does not have is refused.`,
      type: `Omit<${ref ?? `${id}Data['body']`}, ${union(signed)}>`,
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
      };
    });
}

/** What an operation's successful answer is called. */
export function answerName(contract: Contract, operation: Operation): string {
  return answerOf(contract, operation).ref ?? `${pascalCase(operation.operationId)}Answer`;
}

function checks(contract: Contract, subjects: Subject[]): string {
  const ajv = new Ajv2020({
    allErrors: true,
    messages: false,
    strict: true,
    // Lengths in UTF-16 units: counting code points would make the code require() ajv at run time. Limits in bytes are x-maxBytes.
    unicode: false,
    // ajv calls that option deprecated, on the console, at each run.
    logger: false,
    code: { source: true, esm: true, lines: true },
  });
  // Book-keeping that only `unevaluated…` and `$dynamicRef` need. It would be in the code of every validator, and keep bundlers from leaving one out.
  Object.assign(ajv.opts, { unevaluated: false, dynamicRef: false });
  ajv.addVocabulary(['components']);
  addMaxBytes(ajv);
  addBinary(ajv);

  const components = { schemas: mapValues(contract.components.schemas, bare) };
  ajv.addSchema({ $id: 'spec', components });
  const exported: Record<string, string> = {};
  for (const { name, schema, type } of subjects) {
    exported[name] = type === undefined ? `spec#/components/schemas/${name}` : name;
    if (type !== undefined) ajv.addSchema({ $id: name, ...absoluteRefs(bare(schema)) });
  }
  const generate = standalone as unknown as typeof standalone.default;
  const code = generate(ajv, exported)
    .replace(/^"use strict";/, '')
    // Where in the schema the rule stands: nobody reads it, and it is a third of the code.
    .replaceAll(/schemaPath:"(?:[^"\\]|\\.)*",/g, '');
  return `${header}import { utf8Length } from '../utf8Length.ts';\n\n${code.trim()}\n`;
}

/** `x-maxBytes: n`: the string is at most n bytes long as UTF-8. */
function addMaxBytes(ajv: Ajv2020): void {
  ajv.addKeyword({
    keyword: 'x-maxBytes',
    type: 'string',
    schemaType: 'number',
    error: {
      params: ({ schemaCode, data }) => _`{ limit: ${schemaCode}, bytes: ${new Name('utf8Length')}(${data}) }`,
      message: '',
    },
    code(context: KeywordCxt) {
      const { data, schema, schemaCode } = context;
      // A UTF-16 unit is three bytes at most: a text that is short enough need not be encoded to be sure.
      context.fail(_`${data}.length > ${Math.floor(schema / 3)} && ${new Name('utf8Length')}(${data}) > ${schemaCode}`);
    },
  });
}

/** `x-binary: true`: the part is a file. What `bare` makes of OpenAPI's binary strings. */
function addBinary(ajv: Ajv2020): void {
  ajv.addKeyword({
    keyword: 'x-binary',
    schemaType: 'boolean',
    error: { message: '' },
    code(context: KeywordCxt) {
      context.fail(_`!(${context.data} instanceof Blob)`);
    },
  });
}

const SAID_TO_READERS = ['description', 'title', 'example', 'examples', 'deprecated', 'x-source', 'x-lifetimeSeconds'];

/** A schema without what is there for readers only, and with binary strings as what they are in a program. */
function bare(schema: Schema): AnySchemaObject {
  if (isBinary(schema)) return { 'x-binary': true };
  const kept = Object.entries(schema).filter(([keyword]) => !SAID_TO_READERS.includes(keyword));
  return Object.fromEntries(
    kept.map(([keyword, value]) => [
      keyword,
      keyword === 'properties' ? mapValues(value as Record<string, Schema>, bare) : bareValue(value),
    ]),
  );
}

function bareValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bareValue);
  return value !== null && typeof value === 'object' ? bare(value as Schema) : value;
}

function absoluteRefs<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll('"$ref":"#/', '"$ref":"spec#/')) as T;
}

function mapValues<A, B>(record: Record<string, A>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

function declarations(subjects: Subject[]): string {
  return `${header}import type { Check } from '../verdict.ts';

${subjects.map(({ name }) => `export declare const ${name}: Check;`).join('\n')}
`;
}

function validators(contract: Contract, subjects: Subject[]): string {
  const operations = operationsOf(contract).map(({ operation }) => operation);
  const derived = subjects.filter(({ type }) => type !== undefined);
  const named = subjects.filter(({ type }) => type === undefined).map(({ name }) => name);
  const perOperation = operations.flatMap(({ operationId: id }) => [`${pascalCase(id)}Data`, `${pascalCase(id)}Responses`]);
  const imported = [...named, ...perOperation.filter((name) => derived.some(({ type }) => new RegExp(`\\b${name}\\b`).test(type!)))];
  return `${header}
import * as checks from './checks.js';
import type { ${imported.sort().join(', ')} } from './types.gen.ts';
import { type Verdict, verdict } from '../verdict.ts';

${derived.map(({ name, type, doc }) => `/** ${doc} */\nexport type ${name} = ${type};\n`).join('\n')}
${subjects.map(functions).join('\n')}
/** The validator of what each operation's caller gives, by the operation's ID. */
${table('inputValidators', operations, (operation) => `${pascalCase(operation.operationId)}Input`)}
/** The validator of each operation's successful answer, by the operation's ID. */
${table('answerValidators', operations, (operation) => answerName(contract, operation))}`;
}

function table(name: string, operations: Operation[], subjectOf: (operation: Operation) => string): string {
  const rows = operations.map((operation) => ({ id: operation.operationId, validator: `validate${subjectOf(operation)}` }));
  return `export const ${name}: { ${rows.map(({ id, validator }) => `readonly ${id}: typeof ${validator}`).join('; ')} } = {
${rows.map(({ id, validator }) => `  ${id}: ${validator},\n`).join('')}};
`;
}

function functions({ name, doc }: Subject): string {
  const summary = doc.split('\n')[0]!;
  return `/** Judges a value as ${article(name)}: ${summary} */
export function validate${name}(value: unknown): Verdict<${name}> {
  return verdict(checks.${name}, value);
}

/** Whether a value is ${article(name)}. */
export function is${name}(value: unknown): value is ${name} {
  return checks.${name}(value);
}
`;
}

function article(name: string): string {
  return `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name}`;
}
