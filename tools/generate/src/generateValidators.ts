import { _, type Code, type KeywordCxt, Name, stringify } from 'ajv';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { answerOf, isBinary, operationsOf, pascalCase, requestOf, type Contract, type Operation, type Schema } from './contract.ts';
import { REQUIRED_WHEN, requiredWhen, type RequiredWhen } from './requiredWhen.ts';
import { keywords } from './schemas/keywords.ts';
import { SpecError } from './specError.ts';
import { EXPERIMENTAL, PREVIEW, previewSchemas } from './stability.ts';
import { header, lineComment, union } from './typescriptText.ts';
import type { Outputs } from './outputs.ts';

/** A schema to make a validator of, and the type it stands for. */
interface Subject {
  name: string;
  schema: Schema;
  doc: string;
  /** Where the type is not one of hey-api's, what it is. */
  type?: string;
  /** Tags of TSDoc. */
  tags: string[];
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
      doc: `What the caller of ${operation.operationId} gives: its request without the signature's fields. A field the API does not have is refused.`,
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

function checks(contract: Contract, subjects: Subject[]): string {
  const ajv = new Ajv2020({
    allErrors: true,
    messages: false,
    // Which keyword goes with which type is seen to by checkSchemas, that says where.
    strict: true,
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    allowUnionTypes: true,
    // 19.99 is a multiple of 0.01, whatever is left of it in binary.
    multipleOfPrecision: 9,
    // ajv calls an option deprecated, on the console, at each run.
    logger: false,
    code: { source: true, esm: true, lines: true },
  });
  // Book-keeping that only `unevaluated…` and `$dynamicRef` need. It would be in the code of every validator, and keep bundlers from leaving one out.
  Object.assign(ajv.opts, { unevaluated: false, dynamicRef: false });
  ajv.addVocabulary(['components']);
  addLengths(ajv);
  addMaxBytes(ajv);
  addBinary(ajv);
  addRequiredWhen(ajv);

  const components = { schemas: mapValues(contract.components.schemas, bare) };
  ajv.addSchema({ $id: 'spec', components });
  const exported: Record<string, string> = {};
  for (const { name, schema, type } of subjects) {
    exported[name] = type === undefined ? `spec#/components/schemas/${name}` : name;
    if (type !== undefined) ajv.addSchema({ $id: name, ...absoluteRefs(bare(schema) as AnySchemaObject) });
  }
  compileEach(ajv, exported);
  const generate = standalone as unknown as typeof standalone.default;
  const code = generate(ajv, exported)
    .replace(/^"use strict";/, '')
    // Where in the schema the rule stands: nobody reads it, and it is a third of the code.
    .replaceAll(/schemaPath:"(?:[^"\\]|\\.)*",/g, '')
    .replaceAll(`keyword:"${FILE_BYTES}"`, 'keyword:"x-maxBytes"')
    // ajv's comparison of two values of JSON, which is ours here: the validator has no dependency.
    .replaceAll(/const (\w+) = require\("ajv\/dist\/runtime\/equal"\)\.default;/g, 'const $1 = equal;');
  const helpers = ['codePoints', 'equal', 'utf8Length'].filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  const imports = helpers.map((name) => `import { ${name} } from '../${name}.ts';\n`).join('');
  return `${header}${imports}\n${code.trim()}\n`;
}

/** Compiles one schema after the other, so that what ajv finds in one can be told of with its name. */
function compileEach(ajv: Ajv2020, exported: Record<string, string>): void {
  for (const [name, id] of Object.entries(exported)) {
    try {
      ajv.getSchema(id);
    } catch (error) {
      throw new SpecError(
        `spec/components/schemas\n  No validator can be made of ${name}: ${(error as Error).message.replaceAll(/\s+/g, ' ')}.\n  Correct the schema, or take the keyword out.`,
      );
    }
  }
}

/** Lengths in characters, as JSON Schema counts them: code points, and not the units that JavaScript has. */
function addLengths(ajv: Ajv2020): void {
  for (const [keyword, fails] of [
    ['minLength', (length: Code, limit: Name | number) => _`${length} < ${limit}`],
    ['maxLength', (length: Code, limit: Name | number) => _`${length} > ${limit}`],
  ] as const) {
    ajv.removeKeyword(keyword);
    ajv.addKeyword({
      keyword,
      type: 'string',
      schemaType: 'number',
      error: { params: ({ schemaCode }) => _`{limit: ${schemaCode}}`, message: '' },
      code(context: KeywordCxt) {
        const units = _`${context.data}.length`;
        const points = _`${new Name('codePoints')}(${context.data})`;
        // There are at most as many code points as units.
        if (keyword === 'minLength' && context.schema <= 1) context.fail(fails(units, context.schema));
        else if (keyword === 'minLength') context.fail(_`${fails(units, context.schema)} || ${fails(points, context.schema)}`);
        else context.fail(_`${fails(units, context.schema)} && ${fails(points, context.schema)}`);
      },
    });
  }
}

/** `x-maxBytes: n`: the string is at most n bytes long as UTF-8, the file at most n bytes large. */
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
  ajv.addKeyword({
    keyword: FILE_BYTES,
    schemaType: 'number',
    error: { params: ({ schemaCode, data }) => _`{ limit: ${schemaCode}, bytes: ${data}.size }`, message: '' },
    code: (context: KeywordCxt) => context.fail(_`${context.data} instanceof Blob && ${context.data}.size > ${context.schemaCode}`),
  });
}

// ajv has one rule a keyword for all types but those of JSON, and a Blob is none. To users it is x-maxBytes.
const FILE_BYTES = 'x-maxFileBytes';

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

/** `x-requiredWhen` of the fields of an object, as a rule of the object. */
function addRequiredWhen(ajv: Ajv2020): void {
  ajv.addKeyword({
    keyword: REQUIRED_WHEN,
    type: 'object',
    schemaType: 'array',
    error: {
      params: ({ params: { field, when, is } }) => _`{ missingProperty: ${field}, property: ${when}, value: ${is} }`,
      message: '',
    },
    code(context: KeywordCxt) {
      const { data, gen, schema } = context;
      for (const { field, when, is } of schema as RequiredWhen[]) {
        gen.if(_`${data}[${when}] === ${stringify(is)} && ${data}[${field}] === undefined`, () => {
          context.setParams({ field: stringify(field), when: stringify(when), is: stringify(is) }, true);
          context.error();
        });
      }
    },
  });
}

/** A schema without what is there for readers only, and with files as what they are in a program. */
function bare(schema: Schema | boolean): AnySchemaObject | boolean {
  if (typeof schema === 'boolean') return schema;
  if (isBinary(schema)) {
    const limit = schema['x-maxBytes'];
    return { 'x-binary': true, ...(limit !== undefined && { [FILE_BYTES]: limit }) };
  }
  const kept = Object.entries(schema).filter(([keyword]) => Object.hasOwn(keywords, keyword) && keywords[keyword]!.isNote !== true);
  const conditions = requiredWhen(schema);
  const rules = kept.map(([keyword, value]) => {
    const { holds } = keywords[keyword]!;
    if (holds === 'schema') return [keyword, bare(value as Schema)] as const;
    if (holds === 'schemas') return [keyword, (value as Schema[]).map(bare)] as const;
    return [keyword, holds === 'map' ? mapValues(value as Record<string, Schema>, bare) : value] as const;
  });
  return Object.fromEntries([...(conditions.length > 0 ? [[REQUIRED_WHEN, conditions] as const] : []), ...rules]);
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

${derived.map(({ name, type, doc, tags }) => `${lineComment(doc, tags)}\nexport type ${name} = ${type};\n`).join('\n')}
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

function functions({ name, doc, tags }: Subject): string {
  const summary = doc.trim().split('\n')[0]!;
  return `${lineComment(`Judges a value as ${article(name)}: ${summary}`, tags)}
export function validate${name}(value: unknown): Verdict<${name}> {
  return verdict(checks.${name}, value);
}

${lineComment(`Whether a value is ${article(name)}.`, tags)}
export function is${name}(value: unknown): value is ${name} {
  return checks.${name}(value);
}
`;
}

function article(name: string): string {
  return `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name}`;
}
