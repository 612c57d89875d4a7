import { bodyEncodings, isBinary, resolve, type Contract, type Operation, type Schema } from '../contract/contract.ts';
import { keywords } from '../contract/schemas/keywords.ts';
import { typesOf } from '../contract/schemas/typesOf.ts';
import type { Path, Problem } from '../problem.ts';

const FORM = 'multipart/form-data';
const KNOWN = Object.keys(bodyEncodings).join(' or ');

/** Whether an operation's body is a form, or an object of JSON, of named fields, the signature's among them. */
export function checkBody(contract: Contract, { operationId: id, requestBody }: Partial<Operation>, at: Path): Problem[] {
  const content = requestBody?.content;
  if (!content) {
    return [{ path: at, says: `${id} has no body.`, remedy: `Add a requestBody of ${FORM} with the fields of the signature.` }];
  }
  if (requestBody.required !== true) {
    const remedy = 'Write `required: true` in its requestBody: every call is signed in its body.';
    return [{ path: [...at, 'requestBody'], says: `The body of ${id} may be left out.`, remedy }];
  }
  const inBody = [...at, 'requestBody', 'content'];
  const others = Object.keys(content).filter((mediaType) => !Object.hasOwn(bodyEncodings, mediaType));
  if (others.length > 0) {
    return others.map((mediaType) => ({
      path: [...inBody, mediaType],
      says: `The body of ${id} is ${mediaType}.`,
      remedy: `Make it ${KNOWN}: the SDK signs and sends no other.`,
    }));
  }
  const [mediaType, second] = Object.keys(content);
  if (mediaType === undefined || second !== undefined) {
    const path = second === undefined ? inBody : [...inBody, second];
    return [{ path, says: `The body of ${id} is not of one media type.`, remedy: `Make it ${KNOWN}, and only one of them.` }];
  }
  const form = content[mediaType]!;
  const unread = ['example', 'encoding', 'itemSchema'].filter((key) => (form as unknown as Record<string, unknown>)[key] !== undefined);
  if (unread.length > 0) {
    return unread.map((key) => ({
      path: [...inBody, mediaType, key],
      says: `Nothing reads the ${key} of the body of ${id}.`,
      remedy:
        key === 'example'
          ? 'Write `examples`, each with a name.'
          : 'Take it out: each field is a part of text, of JSON, or a file, as its schema says.',
    }));
  }
  if (Object.keys(form.examples ?? {}).length === 0) {
    const remedy = 'Add `examples`, with one at least: the tests and the docs send it.';
    return [{ path: [...inBody, mediaType], says: `The body of ${id} has no example.`, remedy }];
  }
  const path = [...inBody, mediaType, 'schema'];
  const schema = resolve(contract, form.schema ?? {});
  if (schema.type !== 'object' || schema.properties === undefined) {
    const remedy = 'Make it an object, and name its fields one by one, without allOf and the like.';
    return [{ path, says: `The body of ${id} is not an object with properties.`, remedy }];
  }
  const check = bodyEncodings[mediaType] === 'json' ? checkJsonField : checkFormField;
  return [
    ...checkWhole(id!, schema, path),
    ...checkSigned(contract, `body of ${id}`, schema, [...path, 'properties'], [...path, 'required']),
    ...checkVersion(contract, id!, schema, [...path, 'properties', contract['x-signature'].fields.version]),
    ...Object.entries(schema.properties).flatMap(([name, field]) => check(contract, name, field, schema, [...path, 'properties', name])),
  ];
}

const OF_A_BODY = new Set(['type', 'properties', 'required']);

/** Of the body as a whole only its fields can be described: the caller gives it without the signature's. */
function checkWhole(id: string, schema: Schema, path: Path): Problem[] {
  const { properties = {}, required = [] } = schema;
  const others = Object.keys(schema).filter(
    (keyword) =>
      !OF_A_BODY.has(keyword) &&
      keywords[keyword]?.isNote !== true &&
      !keyword.startsWith('x-') &&
      !(keyword === 'additionalProperties' && schema[keyword] === false),
  );
  return [
    ...others.map((keyword) => ({
      path: [...path, keyword],
      says: `The body of ${id} has ${keyword}.`,
      remedy: 'Take it out: of a body only type, properties and required can be said. Rules between fields go into their descriptions.',
    })),
    ...required
      .filter((name) => !Object.hasOwn(properties, name))
      .map((name) => ({
        path: [...path, 'required'],
        says: `The body of ${id} requires ${name}, which is none of its properties.`,
        remedy: `Add ${name} to its properties, or take it out of what is required.`,
      })),
  ];
}

/** The signature's fields have to be there. Told at `fieldsAt` where one is missing, at `requiredAt` where it may be left out. */
export function checkSigned(
  contract: Contract,
  what: string,
  { properties, required }: Schema,
  fieldsAt: Path,
  requiredAt: Path,
): Problem[] {
  return Object.values(contract['x-signature'].fields).flatMap((field): Problem[] => {
    const because = `every call of FinAuth is signed in its ${what.split(' ')[0]}.`;
    if (!properties?.[field]) {
      const remedy = `Add ${field}, and require it.`;
      return [{ path: fieldsAt, says: `The ${what} has no ${field}: ${because}`, remedy }];
    }
    if (required?.includes(field)) return [];
    return [{ path: requiredAt, says: `The ${what} does not require ${field}: ${because}`, remedy: `Require ${field}.` }];
  });
}

/** The field that names the algorithm has to take the one that calls are signed by. */
export function checkVersion(contract: Contract, id: string, { properties = {} }: Schema, path: Path): Problem[] {
  const { algorithm, fields } = contract['x-signature'];
  const field = properties[fields.version];
  if (!field) return [];
  const { const: only, enum: values = only === undefined ? [algorithm] : [only] } = resolve(contract, field) as {
    const?: unknown;
    enum?: unknown[];
  };
  if (values.includes(algorithm)) return [];
  return [
    {
      path,
      says: `The ${fields.version} of ${id} takes ${values.join(' or ')}, and calls are signed by ${algorithm}.`,
      remedy: `Make its const ${algorithm}, or correct the algorithm in signature.yaml.`,
    },
  ];
}

/** Whether a field has a name that a form, a query, JSON and an error can carry. */
export function checkFieldName(name: string, path: Path): Problem[] {
  if (/^[A-Za-z_][\w-]*$/.test(name)) return [];
  return [{ path, says: `${JSON.stringify(name)} cannot be the name of a field.`, remedy: 'Write letters, digits, _ and - only.' }];
}

/** JSON carries everything but files. */
function checkJsonField(contract: Contract, name: string, field: Schema, _whole: Schema, path: Path): Problem[] {
  const misnamed = checkFieldName(name, path);
  if (misnamed.length > 0 || typeof field === 'boolean') return misnamed;
  const schema = resolve(contract, field);
  const item = schema.type === 'array' ? resolve(contract, (schema.items ?? {}) as Schema) : schema;
  if (!isBinary(item)) return [];
  return [
    {
      path,
      says: `${name} is a file, and a body of JSON can hold none.`,
      remedy: `Make the body ${FORM}, or describe it as text: add contentEncoding: base64.`,
    },
  ];
}

/** Whether a field can be a part of a form: something with a name, and a value that can be read again. */
function checkFormField(contract: Contract, name: string, field: Schema, { required = [] }: Schema, path: Path): Problem[] {
  const misnamed = checkFieldName(name, path);
  if (misnamed.length > 0) return misnamed;
  if (typeof field === 'boolean') {
    return [{ path, says: `${name} has no type: a form has to know how to read it.`, remedy: 'Write a schema with a type.' }];
  }
  const schema = resolve(contract, field);
  if (isBinary(schema)) return [];
  const types = typesOf(contract, schema);
  if (types.has('null')) {
    return types.size === 7
      ? [{ path, says: `${name} has no type: a form has to know how to read it.`, remedy: 'Give it a type.' }]
      : [
          {
            path,
            says: `${name} may be null, and a form can say no null.`,
            remedy: 'Take null out of its type. A field that has no value is left out.',
          },
        ];
  }
  if (types.has('array')) {
    if (types.size > 1)
      return [
        { path, says: `${name} may be a list or something else, which a form cannot tell apart.`, remedy: 'Make it one of the two.' },
      ];
    if (required.includes(name) && !(Number(schema.minItems) > 0))
      return [
        {
          path,
          says: `${name} is required and may be an empty list, and a form can send none.`,
          remedy: 'Give it `minItems: 1`, or do not require it.',
        },
      ];
    const items = resolve(contract, (schema.items ?? {}) as Schema);
    const each = isBinary(items) ? new Set() : typesOf(contract, items);
    if (each.has('null'))
      return [
        { path, says: `The items of ${name} may be null or have no type, and a form can say no null.`, remedy: 'Give its items a type.' },
      ];
  }
  return [];
}
