/** What the generator makes of each keyword of a schema. One that is neither here nor an extension is refused. */

export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';

export const jsonTypes: readonly JsonType[] = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];

export interface Keyword {
  /** What stands behind it: a schema, a list or a map of them, or a value. */
  readonly holds: 'schema' | 'schemas' | 'map' | 'value';
  /** The types that it says something about. Nothing: any. */
  readonly about?: readonly JsonType[];
  /** For readers alone: it is in the docs and the types' comments, and no validator looks at it. */
  readonly isNote?: true;
}

const note: Keyword = { holds: 'value', isNote: true };
const value = (...about: JsonType[]): Keyword => ({ holds: 'value', about });

export const keywords: Readonly<Record<string, Keyword>> = {
  $ref: { holds: 'value' },
  type: { holds: 'value' },
  enum: { holds: 'value' },
  const: { holds: 'value' },

  allOf: { holds: 'schemas' },
  anyOf: { holds: 'schemas' },
  oneOf: { holds: 'schemas' },
  not: { holds: 'schema' },
  if: { holds: 'schema' },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  then: { holds: 'schema' },
  else: { holds: 'schema' },

  minLength: value('string'),
  maxLength: value('string'),
  pattern: value('string'),
  'x-maxBytes': value('string'),

  minimum: value('number', 'integer'),
  maximum: value('number', 'integer'),
  exclusiveMinimum: value('number', 'integer'),
  exclusiveMaximum: value('number', 'integer'),
  multipleOf: value('number', 'integer'),

  properties: { holds: 'map', about: ['object'] },
  patternProperties: { holds: 'map', about: ['object'] },
  additionalProperties: { holds: 'schema', about: ['object'] },
  propertyNames: { holds: 'schema', about: ['object'] },
  required: value('object'),
  minProperties: value('object'),
  maxProperties: value('object'),
  dependentRequired: value('object'),
  dependentSchemas: { holds: 'map', about: ['object'] },

  items: { holds: 'schema', about: ['array'] },
  prefixItems: { holds: 'schemas', about: ['array'] },
  contains: { holds: 'schema', about: ['array'] },
  minContains: value('array'),
  maxContains: value('array'),
  minItems: value('array'),
  maxItems: value('array'),
  uniqueItems: value('array'),

  title: note,
  description: note,
  default: note,
  example: note,
  examples: note,
  deprecated: note,
  readOnly: note,
  writeOnly: note,
  externalDocs: note,
  xml: note,
  $comment: note,
  format: note,
  contentMediaType: { ...note, about: ['string'] },
  contentEncoding: { ...note, about: ['string'] },
  'x-source': note,
  'x-lifetimeSeconds': { ...note, about: ['string'] },
  'x-takesToken': { ...note, about: ['string'] },
  'x-fileTypes': note,
  'x-requiredWhen': note,
  'x-personal': note,
};

/** Keywords that JSON Schema or OpenAPI has and the generator does not, each with what to write in its place. */
export const refusedKeywords: Readonly<Record<string, string>> = {
  discriminator: 'Take it away, and give the field that tells the kinds apart a const in each of them.',
  unevaluatedProperties:
    'Write additionalProperties in each object: what nobody has evaluated would have to be counted in every validator.',
  unevaluatedItems: 'Write items, or prefixItems with items: what nobody has evaluated would have to be counted in every validator.',
  $defs: 'Make a file of each schema in components/schemas/, and refer to it.',
  definitions: 'Make a file of each schema in components/schemas/, and refer to it.',
  $id: 'Take it away: a schema is known by its file.',
  $schema: 'Take it away: OpenAPI 3.1 says which dialect it is.',
  $vocabulary: 'Take it away: OpenAPI 3.1 says which dialect it is.',
  $anchor: 'Refer to the file of a schema.',
  $dynamicRef: 'Use $ref.',
  $dynamicAnchor: 'Use $ref.',
  $recursiveRef: 'Use $ref.',
  contentSchema: 'Describe the text in words: nothing looks into it.',
  nullable: "Add 'null' to its type: nullable is OpenAPI 3.0.",
  dependencies: 'Write dependentRequired or dependentSchemas.',
  additionalItems: 'Write items beside prefixItems.',
};

/** Every extension that this generator, or the docs, read. */
export const extensions: readonly string[] = [
  'x-signature',
  'x-error-model',
  'x-sources',
  'x-source',
  'x-region',
  'x-maxBytes',
  'x-lifetimeSeconds',
  'x-takesToken',
  'x-codeSamples',
  'x-stability',
  'x-results',
  'x-fileTypes',
  'x-requiredWhen',
  'x-personal',
];
