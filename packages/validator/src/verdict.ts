import { type CheckError, explain, type Issue } from './explain.ts';

/** The verdict on a value: the same value, typed; or each thing that is wrong with it. */
export type Verdict<T> = { readonly valid: true; readonly value: T } | { readonly valid: false; readonly issues: readonly Issue[] };

/** A function of ajv's generated code. Like all of ajv's, it leaves the errors of its last call on itself. */
export interface Check {
  (value: unknown): boolean;
  errors?: readonly CheckError[] | null;
}

/** Runs a check and puts its errors into words. */
export function verdict<T>(check: Check, value: unknown): Verdict<T> {
  if (check(value)) return { valid: true, value: value as T };
  return { valid: false, issues: (check.errors ?? []).map((error) => explain(error, value)) };
}
