import { resolve, type Contract, type Schema } from '../contract.ts';

/** The fields of an object, those of what it is composed of too. */
export function propertiesOf(contract: Contract, schema: Schema, depth = 0): Record<string, Schema> {
  if (depth > 20) return {};
  const {
    properties = {},
    allOf = [],
    anyOf = [],
    oneOf = [],
  } = resolve(contract, schema) as Schema & { [list in 'allOf' | 'anyOf' | 'oneOf']?: Schema[] };
  const composed = [...allOf, ...anyOf, ...oneOf].map((each) => propertiesOf(contract, each, depth + 1));
  return Object.assign({}, ...composed, properties) as Record<string, Schema>;
}
