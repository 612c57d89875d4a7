import type { Undecodable } from './form/decodeFields.ts';
import type { Form } from './form/form.ts';
import type { Route } from './api/route.ts';
import type { ReadSign } from './signature/readSign.ts';

/** What is known of one call. The judges learn more of it one after the other: each may rely on what those before it have found. */
export interface Call {
  readonly number: number;
  /** When it came, by the sandbox's clock, in milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly address: string;
  route?: Route;
  form?: Form;
  /** The fields that the operation has, as values. */
  values?: Readonly<Record<string, unknown>>;
  /** The fields that arrived and cannot be read as what they are to be. */
  undecodable?: readonly Undecodable[];
  sign?: ReadSign;
  /** When the same signature came before, if it did. */
  signSeenAt?: number;
}
