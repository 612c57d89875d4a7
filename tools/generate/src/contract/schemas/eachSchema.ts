import { operationsOf, parametersOf, resolve, type Contract, type Schema } from '../contract.ts';
import type { Path } from '../../problem.ts';
import { keywords } from './keywords.ts';

/** A schema where it is used. */
export interface PlacedSchema {
  schema: Schema;
  path: Path;
  /** Whether a caller sends a value of it, or gets one. */
  use: 'request' | 'answer';
  /** 0 for a whole body, 1 for a field of it, and so on. */
  depth: number;
  operationId: string;
}

/** Every schema that an operation sends or gets, each once a use, on the first way to it. References are followed. */
export function* eachSchema(contract: Contract): Generator<PlacedSchema> {
  const seen = new Set<string>();
  for (const { path, method, operation } of operationsOf(contract)) {
    const at: Path = ['paths', path, method];
    const { operationId } = operation;
    const bodies = Object.entries(operation.requestBody?.content ?? {}).map(([mediaType, { schema }]) => ({
      schema,
      path: [...at, 'requestBody', 'content', mediaType, 'schema'],
      use: 'request' as const,
    }));
    const answers = Object.entries(operation.responses ?? {}).flatMap(([status, response]) => {
      const { content = {}, headers = {} } = resolve(contract, response);
      const inAnswer = [...at, 'responses', status];
      return [
        ...Object.entries(content).map(([mediaType, { schema }]) => ({ schema, path: [...inAnswer, 'content', mediaType, 'schema'] })),
        ...Object.entries(headers).map(([name, header]) => ({
          schema: (resolve(contract, header) as { schema?: Schema }).schema,
          path: [...inAnswer, 'headers', name, 'schema'],
        })),
      ].map((each) => ({ ...each, use: 'answer' as const }));
    });
    const parameters = parametersOf(contract, operation).map(({ schema }, index) => ({
      schema,
      path: [...at, 'parameters', index, 'schema'],
      use: 'request' as const,
    }));
    for (const { schema, ...rest } of [...bodies, ...answers]) {
      if (schema !== undefined) yield* within(contract, { schema, depth: 0, operationId, ...rest }, seen);
    }
    // A parameter is a field.
    for (const { schema, ...rest } of parameters) {
      if (schema !== undefined) yield* within(contract, { schema, depth: 1, operationId, ...rest }, seen);
    }
  }
}

function* within(contract: Contract, placed: PlacedSchema, seen: Set<string>): Generator<PlacedSchema> {
  const { schema, path, use, depth } = placed;
  if (schema === null || typeof schema !== 'object') return;
  yield placed;
  const { $ref: ref } = schema;
  if (ref !== undefined) {
    const key = `${use} ${depth === 0 ? 'body' : depth === 1 ? 'field' : 'deeper'} ${ref}`;
    if (seen.has(key)) return;
    seen.add(key);
    yield* within(contract, { ...placed, schema: resolve(contract, schema) }, seen);
    return;
  }
  for (const [keyword, value] of Object.entries(schema)) {
    const { holds } = Object.hasOwn(keywords, keyword) ? keywords[keyword]! : { holds: 'value' };
    // The members of a composition describe the same value; everything else, one within it.
    const deeper = /^(?:allOf|anyOf|oneOf|not|if|then|else|dependentSchemas)$/.test(keyword) ? depth : depth + 1;
    const inner =
      holds === 'schema'
        ? [[[], value] as const]
        : holds === 'value' || value === null || typeof value !== 'object'
          ? []
          : Object.entries(value as object).map(([key, each]) => [[Array.isArray(value) ? Number(key) : key], each] as const);
    for (const [steps, each] of inner)
      yield* within(contract, { ...placed, schema: each as Schema, path: [...path, keyword, ...steps], use, depth: deeper }, seen);
  }
}
