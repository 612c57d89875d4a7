import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { isBinary, operationsOf, pascalCase, type Contract, type Operation, type Schema } from '../contract/contract.ts';
import { REQUIRED_WHEN, requiredWhen } from '../contract/requiredWhen.ts';
import { keywords } from '../contract/schemas/keywords.ts';
import { SpecError } from '../specError.ts';
import { header, lineComment } from '../typescriptText.ts';
import type { Outputs } from '../files/outputs.ts';
import { addKeywords, FILE_BYTES } from './validatorKeywords.ts';
import { answerName, type Subject, validatorSubjects } from '../contract/validatorSubjects.ts';

/** ajv's standalone code for every schema of the contract, and typed functions around it. */
export function generateValidators(contract: Contract): Outputs {
  const subjects = validatorSubjects(contract);
  return new Map([
    ['checks.js', checks(contract, subjects)],
    ['checks.d.ts', declarations(subjects)],
    ['validators.ts', validators(contract, subjects)],
  ]);
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
  addKeywords(ajv);
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
