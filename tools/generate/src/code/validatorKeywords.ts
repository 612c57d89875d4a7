import { _, type Code, type KeywordCxt, Name, stringify } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { REQUIRED_WHEN, type RequiredWhen } from '../contract/requiredWhen.ts';

/** Teaches ajv the keywords that it has not, or has in another sense. */
export function addKeywords(ajv: Ajv2020): void {
  ajv.addVocabulary(['components']);
  addLengths(ajv);
  addMaxBytes(ajv);
  addBinary(ajv);
  addRequiredWhen(ajv);
}

// ajv has one rule a keyword for all types but those of JSON, and a Blob is none. To users it is x-maxBytes.
export const FILE_BYTES = 'x-maxFileBytes';

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
