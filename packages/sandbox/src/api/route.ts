import type { Verdict } from '@finauth-sdk/validator';

/** How a field is read: what its parts become, and whether it may have many. */
export interface Field {
  readonly kind: 'text' | 'number' | 'boolean' | 'json' | 'file';
  readonly many: boolean;
  /** How many bytes the spec allows each of them. Nothing: no limit is known. */
  readonly maxBytes?: number;
  /** Whether it holds data of a person, which is kept and shown nowhere. */
  readonly isPersonal?: true;
  /** Of a file: how files of each type that is allowed begin, in hex, and the names of the answers to another and to one that is too large. */
  readonly types?: { readonly beginnings: Readonly<Record<string, string>>; readonly other: string; readonly tooLarge?: string };
}

/** A field in which an operation takes a token that another has given. */
export interface TakenToken {
  readonly field: string;
  /** Who gives it, and in which field of the answer. */
  readonly from: { readonly operation: string; readonly field: string };
  /** The names of the answers to a token that is no good. A state without one is not looked at; without `used`, a call uses no token up. */
  readonly answers: { readonly neverIssued: string; readonly expired?: string; readonly used?: string; readonly unfinished?: string };
}

/** One operation of the API, as something to be served. The generated `routes` are of this form. */
export interface Route {
  readonly operationId: string;
  readonly summary: string;
  readonly method: string;
  readonly path: string;
  /** How its fields travel: as the parts of a form, in the query, or as an object of JSON. */
  readonly encoding: 'form' | 'query' | 'json';
  readonly fields: Readonly<Record<string, Field>>;
  /** The fields that must arrive, in the order in which a missing one is named. */
  readonly required: readonly string[];
  /** The field whose value can ask for a scenario. */
  readonly scenarioField: string | undefined;
  /** The fields in which it takes a token. */
  readonly takes: readonly TakenToken[];
  readonly success: {
    readonly status: number;
    /** The spec's example. */
    readonly example: Readonly<Record<string, unknown>>;
    /** The fields that are tokens, each with its lifetime in seconds. */
    readonly tokens: Readonly<Record<string, number>>;
    /** The other fields that no two answers share. */
    readonly unique: readonly string[];
  };
  readonly validate: (body: unknown) => Verdict<unknown>;
}
