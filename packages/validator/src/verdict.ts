import { explain } from './explain.ts';

/** What one field has done wrong. */
export interface Issue {
  /** The field, as a path where it is within another (`images.0`). `value` where the whole value is meant. */
  readonly field: string;
  /** The rule that it breaks: a keyword of the schema, such as `required` or `x-maxBytes`; of what the SDK checks besides, a word of its own, such as `lineBreak`. */
  readonly rule: string;
  /** What the rule asks, what there was, and what to do, without the value itself. */
  readonly message: string;
}

/** The verdict on a value: the same value, typed; or each thing that is wrong with it. */
export type Verdict<T> = { readonly valid: true; readonly value: T } | { readonly valid: false; readonly issues: readonly Issue[] };

/** An error as ajv's generated code reports it. */
export interface CheckError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

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
