import type { Verdict } from '@finauth-sdk/validator';
import type { OperationId } from './call.ts';

/** What an operation's fields become on the wire. */
export interface Encoded {
  /** What follows the path: nothing, or a question mark and the query. */
  readonly search?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** What a generated function hands to its client: where its fields go, and how hey-api makes a form of them. */
export interface GeneratedRequest {
  readonly url: string;
  readonly bodySerializer?: (body: unknown) => FormData;
}

/** How an operation's fields become a request: as a form, a query or JSON. Only those that an operation of the spec needs are imported. */
export interface Encoder {
  readonly method: 'GET' | 'POST';
  /** Whether a line break arrives as it was. */
  readonly keepsLineBreaks: boolean;
  encode(fields: Readonly<Record<string, unknown>>, request: GeneratedRequest): Encoded | Promise<Encoded>;
}

/** An operation of the spec, for `createFinAuthWith`. */
export interface Operation<Id extends OperationId = OperationId> {
  readonly id: Id;
}

/** All that a client has to know of an operation. */
export interface OwnOperation<Id extends OperationId = OperationId> extends Operation<Id> {
  readonly encoder: Encoder;
  /** The generated function, which calls the method of its client. */
  readonly send: (options: never) => unknown;
  /** Judges what the caller gives. */
  readonly input: (value: unknown) => Verdict<unknown>;
  /** Judges what FinAuth answers when all is well. */
  readonly answer: (value: unknown) => Verdict<unknown>;
  /** The longest answer that is read, where the spec says so. */
  readonly maxResponseBytes?: number;
}

/** The operations of a client, by their IDs. */
export type OperationTable = { readonly [Id in OperationId]: OwnOperation<Id> };
