import type { Contract, Schema } from '../contract/contract.ts';
import type { Change } from './change.ts';
import type { Place } from './describeField.ts';

export type AnySchema = Schema | boolean;

/** Compares the schemas of two specs, and remembers which it has compared, since a schema may hold itself. */
export interface Comparison {
  readonly before: Contract;
  readonly after: Contract;
  readonly seen: Set<string>;
  /** Compares two schemas: compareSchemas. It is handed on, since the parts of a schema are schemas too. */
  readonly compare: (comparison: Comparison, was: AnySchema, is: AnySchema, place: Place) => Change[];
}
