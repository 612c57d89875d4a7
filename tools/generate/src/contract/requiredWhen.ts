import type { Schema } from './contract.ts';

export const REQUIRED_WHEN = 'x-requiredWhen';

/** A field that is required where another has a value. */
export interface RequiredWhen {
  field: string;
  /** The other field. */
  when: string;
  is: string | number | boolean;
}

/** What `x-requiredWhen` says of the fields of an object, in their order. */
export function requiredWhen({ properties = {} }: Schema): RequiredWhen[] {
  return Object.entries(properties).flatMap(([field, schema]) =>
    Object.entries((schema[REQUIRED_WHEN] ?? {}) as Record<string, RequiredWhen['is']>).map(([when, is]) => ({ field, when, is })),
  );
}
