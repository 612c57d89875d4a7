import { operationsOf, parametersOf, requestOf, resolve, type Contract, type Operation, type Schema } from './contract.ts';
import type { Path } from '../problem.ts';

/** A field of a request where it is described. */
export interface OwnField {
  field: string;
  /** Its schema as it stands there: extensions of ours are read beside a `$ref`, and not behind it. */
  schema: Schema;
  path: Path;
  operation: Operation;
}

/** Every field of every request: those of a body, or the parameters of a GET. */
export function ownFields(contract: Contract): OwnField[] {
  return operationsOf(contract).flatMap(({ path, method, operation }) => {
    const at: Path = ['paths', path, method];
    const { mediaType, schema } = requestOf(contract, operation);
    if (mediaType === undefined)
      return parametersOf(contract, operation).map((parameter, index) => ({
        field: parameter.name,
        schema: parameter.schema,
        path: [...at, 'parameters', index, 'schema'],
        operation,
      }));
    return Object.entries(schema.properties ?? {}).map(([field, its]) => ({
      field,
      schema: its,
      path: [...at, 'requestBody', 'content', mediaType, 'schema', 'properties', field],
      operation,
    }));
  });
}

/** What an extension says of a field: beside a reference, or where that leads. */
export function saidOf(contract: Contract, field: Schema, extension: string): unknown {
  return field[extension] ?? resolve(contract, field)[extension];
}
