import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import { isBinary, resolve, type Contract, type Schema } from '../contract/contract.ts';
import { eachSchema, type PlacedSchema } from '../contract/schemas/eachSchema.ts';
import { jsonTypes, keywords, refusedKeywords, type JsonType } from '../contract/schemas/keywords.ts';
import { typesOf } from '../contract/schemas/typesOf.ts';
import { checkPatterns } from './checkPatterns.ts';
import type { Path, Problem } from '../problem.ts';

/** Whether the generator can make right code of each schema. What it cannot is refused here, by the keyword's name. */
export function checkSchemas(contract: Contract): Problem[] {
  return [...eachSchema(contract)].flatMap((placed) => checkSchema(contract, placed));
}

function checkSchema(contract: Contract, placed: PlacedSchema): Problem[] {
  const { schema, path } = placed;
  if (schema.$ref !== undefined) return [...checkBesideRef(schema, path), ...checkComposed(contract, schema, path)];
  const names = [...checkForm(schema, path), ...Object.keys(schema).flatMap((keyword) => checkKeyword(schema, keyword, path))];
  // What follows takes for granted that the keywords are ones it knows.
  if (names.length > 0) return names;
  return [
    ...checkBounds(schema, path),
    ...checkValues(schema, path),
    ...checkPatterns(schema, path),
    ...checkOneOf(contract, schema, path),
    ...checkDirection(contract, placed),
  ];
}

/** A schema may hold itself, as a tree does, and not be made of itself. */
function checkComposed(contract: Contract, schema: Schema, path: Path): Problem[] {
  const seen = new Set<string>();
  const waiting = [schema];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { $ref: ref } = next;
    if (ref !== undefined) {
      if (seen.has(ref) && ref === schema.$ref) {
        return [
          {
            path,
            isHere: true,
            says: `${ref.split('/').at(-1)} is composed of itself.`,
            remedy: 'Take it out of its own allOf, anyOf or oneOf.',
          },
        ];
      }
      if (seen.has(ref)) continue;
      seen.add(ref);
    }
    const { allOf = [], anyOf = [], oneOf = [] } = resolve(contract, next) as { [list in 'allOf' | 'anyOf' | 'oneOf']?: Schema[] };
    waiting.push(...[...allOf, ...anyOf, ...oneOf].filter((each) => typeof each === 'object'));
  }
  return [];
}

const ajv = new Ajv2020({ strict: false, allErrors: true });

/** Whether each keyword has a value of the kind that JSON Schema wants. What is within it is looked at by itself. */
function checkForm(schema: Schema, path: Path): Problem[] {
  const shallow = Object.entries(schema).map(([keyword, value]) => {
    const { holds } = Object.hasOwn(keywords, keyword) ? keywords[keyword]! : { holds: 'value' };
    if (value === null || typeof value !== 'object') return [keyword, value];
    if (holds === 'schema' && !Array.isArray(value)) return [keyword, true];
    if (holds === 'schemas' && Array.isArray(value)) return [keyword, value.map(() => true)];
    return [keyword, holds === 'map' && !Array.isArray(value) ? Object.fromEntries(Object.keys(value).map((key) => [key, true])) : value];
  });
  if (ajv.validateSchema(Object.fromEntries(shallow) as AnySchemaObject) === true) return [];
  return ajv.errors!.slice(0, 1).map(({ instancePath, message }) => {
    const steps = instancePath
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const remedy = 'Correct it: JSON Schema 2020-12 says what may stand there.';
    return {
      path: [...path, ...steps],
      says: `The ${steps[0] ?? 'schema'} of ${nameOf(path)} ${message ?? 'is not as it has to be'}.`,
      remedy,
    };
  });
}

function checkBesideRef(schema: Schema, path: Path): Problem[] {
  return Object.keys(schema)
    .filter((keyword) => keyword !== '$ref' && !isNote(keyword))
    .map((keyword) => ({
      path: [...path, keyword],
      says: `${keyword} stands beside a $ref.`,
      remedy: `Put it into the schema that is referred to, or write allOf with the $ref and a schema that has ${keyword}.`,
    }));
}

function isNote(keyword: string): boolean {
  return Object.hasOwn(keywords, keyword) ? keywords[keyword]!.isNote === true : keyword.startsWith('x-');
}

function checkKeyword(schema: Schema, keyword: string, path: Path): Problem[] {
  const at = [...path, keyword];
  if (Object.hasOwn(refusedKeywords, keyword)) {
    return [{ path: at, says: `The generator makes no code of ${keyword}.`, remedy: refusedKeywords[keyword]! }];
  }
  if (!Object.hasOwn(keywords, keyword)) {
    if (keyword.startsWith('x-')) return [];
    return [
      { path: at, says: `${keyword} is no keyword of a schema that the generator knows.`, remedy: 'Correct its spelling, or take it out.' },
    ];
  }
  const { about } = keywords[keyword]!;
  const types = schema.type === undefined ? undefined : ([schema.type].flat() as JsonType[]);
  if (about && types && !types.some((type) => about.includes(type))) {
    const remedy = `Take it out, or make the type ${about[0]!}.`;
    return [{ path: at, says: `${keyword} says nothing about a value of type ${types.join(' or ')}.`, remedy }];
  }
  if (keyword === 'type' && !types!.every((type) => jsonTypes.includes(type))) {
    return [{ path: at, says: `${String(schema.type)} is no type.`, remedy: `Write one of ${jsonTypes.join(', ')}.` }];
  }
  if (
    (keyword === 'x-maxBytes' || keyword === 'x-lifetimeSeconds') &&
    !(Number.isSafeInteger(schema[keyword]) && Number(schema[keyword]) > 0)
  ) {
    const what = keyword === 'x-maxBytes' ? 'bytes' : 'seconds';
    return [{ path: at, says: `The ${keyword} of ${nameOf(path)} is no number of ${what}.`, remedy: 'Write a whole number above 0.' }];
  }
  if (keyword === 'x-maxBytes' && types === undefined && !isBinary(schema)) {
    return [{ path: at, says: `${nameOf(path)} has an x-maxBytes and no type.`, remedy: 'Write `type: string` beside it.' }];
  }
  return [];
}

const bounds = [
  ['minLength', 'maxLength'],
  ['minimum', 'maximum'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
  ['minContains', 'maxContains'],
] as const;

function checkBounds(schema: Schema, path: Path): Problem[] {
  return bounds.flatMap(([least, most]) => {
    if (!(Number(schema[least]) > Number(schema[most]))) return [];
    const says = `${nameOf(path)} has ${least} ${String(schema[least])} and ${most} ${String(schema[most])}: nothing is both.`;
    return [{ path: [...path, least], says, remedy: `Lower ${least}, or raise ${most}.` }];
  });
}

function checkValues(schema: Schema, path: Path): Problem[] {
  const { enum: values } = schema as { enum?: unknown[] };
  if (values === undefined) return [];
  const at = [...path, 'enum'];
  if (!Array.isArray(values) || values.length === 0) {
    return [{ path: at, says: `The enum of ${nameOf(path)} has no value.`, remedy: 'Write its values, or take it out.' }];
  }
  return values.flatMap((value, index) =>
    values.findIndex((other) => JSON.stringify(other) === JSON.stringify(value)) === index
      ? []
      : [
          {
            path: [...at, index],
            says: `The enum of ${nameOf(path)} has ${JSON.stringify(value)} twice.`,
            remedy: 'Take one of the two out.',
          },
        ],
  );
}

/** Exactly one has to fit: where one is of a type that another lets in whole, what fits the narrower fits both, and is refused. */
function checkOneOf(contract: Contract, schema: Schema, path: Path): Problem[] {
  const { oneOf } = schema as { oneOf?: Schema[] };
  if (oneOf === undefined) return [];
  const types = oneOf.map((each) => typesOf(contract, each));
  return oneOf.flatMap((each, index) => {
    const { type, ...rest } = resolve(contract, each);
    if (type === undefined || Object.keys(rest).some((keyword) => !isNote(keyword))) return [];
    const other = types.findIndex((its, at) => at !== index && [...its].some((one) => types[index]!.has(one)));
    if (other === -1) return [];
    const says = `In the oneOf of ${nameOf(path)}, a value that fits number ${other + 1} may fit number ${index + 1} too, and is refused then.`;
    return [{ path: [...path, 'oneOf', index], says, remedy: 'Write anyOf.' }];
  });
}

function checkDirection(contract: Contract, { schema, path, use, depth, operationId }: PlacedSchema): Problem[] {
  const problems: Problem[] = [];
  const add = (keyword: string, says: string, remedy: string) => problems.push({ path: [...path, keyword], says, remedy });
  const name = nameOf(path);
  if (use === 'request' && schema.readOnly === true)
    add('readOnly', `${name} is read-only, and a request has it.`, 'Take it out of the request.');
  if (use === 'answer' && schema.writeOnly === true)
    add('writeOnly', `${name} is write-only, and an answer has it.`, 'Take it out of the answer.');
  if (isBinary(schema)) {
    const keyword = schema.format === 'binary' ? 'format' : 'contentMediaType';
    if (use === 'answer') {
      add(
        keyword,
        `${name} is a file, and an answer in JSON can hold none.`,
        'Describe it as text: add contentEncoding: base64, or take the keyword out.',
      );
    } else if (depth > 2 || (depth === 2 && path.at(-1) !== 'items')) {
      add(keyword, `${name} is a file within another field.`, `Make it a field of its own in the body of ${operationId}.`);
    }
    const others = Object.keys(schema).filter((other) => !isNote(other) && other !== 'type' && other !== 'x-maxBytes');
    for (const other of others) add(other, `${other} says nothing about a file.`, 'Take it out. A limit of its size is x-maxBytes.');
  }
  if (use === 'answer' && schema['x-lifetimeSeconds'] !== undefined && depth !== 1) {
    add('x-lifetimeSeconds', `${name} is a token within another field.`, 'Only a field at the top of an answer can be a token.');
  }
  if (typesOf(contract, schema).size === 0 && !('not' in schema)) {
    problems.push({
      path,
      says: `Nothing fits ${name}: its type, values and parts exclude each other.`,
      remedy: 'Correct its type or its values.',
    });
  }
  return problems;
}

/** What a problem calls the schema: the field's name, with those around it. */
function nameOf(path: Path): string {
  const start = path.lastIndexOf('schema');
  const steps = path.slice(start + 1).filter((step, index, all) => step !== 'properties' || all[index - 1] === 'properties');
  if (steps.length > 0) return steps.join('.');
  return path.includes('requestBody') ? 'the body' : 'the answer';
}
