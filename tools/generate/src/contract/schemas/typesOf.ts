import { resolve, type Contract, type Schema } from '../contract.ts';
import { jsonTypes, type JsonType } from './keywords.ts';

/** The types that a value of this schema may have. `integer` stands for whole numbers where `number` is not among them. */
export function typesOf(contract: Contract, schema: Schema | boolean, depth = 0): Set<JsonType> {
  if (schema === true || depth > 20) return new Set(jsonTypes);
  if (schema === false) return new Set();
  const { type, enum: values, const: only, allOf = [], anyOf, oneOf } = resolve(contract, schema) as Schema & SchemaLists;
  const named = type === undefined ? [] : [new Set([type].flat() as JsonType[])];
  const listed = values ?? (only === undefined ? undefined : [only]);
  return [
    ...named,
    ...(listed ? [new Set(listed.map(typeOf))] : []),
    ...allOf.map((each) => typesOf(contract, each, depth + 1)),
    ...[anyOf, oneOf].flatMap((any) => (any ? [new Set(any.flatMap((each) => [...typesOf(contract, each, depth + 1)]))] : [])),
  ].reduce(intersection, new Set(jsonTypes));
}

interface SchemaLists {
  enum?: unknown[];
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

function intersection(a: Set<JsonType>, b: Set<JsonType>): Set<JsonType> {
  const wide = (types: Set<JsonType>) => (types.has('number') ? new Set([...types, 'integer' as const]) : types);
  return new Set([...wide(a)].filter((type) => wide(b).has(type)));
}

function typeOf(value: unknown): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as JsonType;
}
