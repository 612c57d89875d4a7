import type { Issue, Verdict } from '@finauth-sdk/validator';
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
  /** The operation's ID in the spec. */
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
  /** Reads the files that the caller gives, where there can be any. Imported by those operations alone. */
  readonly readFiles?: ReadFiles;
  /** How the files of a field begin, in hex, by the media types that the spec allows it. */
  readonly fileTypes?: FileTypes;
  /** The fields that hold data of a person, where there are any. */
  readonly personal?: readonly string[];
  /** Whether a text holds a piece of what those fields hold. Imported by those operations alone. */
  readonly holdsPersonal?: (text: string, values: readonly unknown[], pieceCharacters: number) => boolean;
}

/** By the field, and then by the media type. */
export type FileTypes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The fields with files of their own, and what is wrong with those that the caller gave. */
export type ReadFiles = (fields: Readonly<Record<string, unknown>>, types: FileTypes | undefined) => Promise<FilesRead>;

export interface FilesRead {
  readonly fields: Record<string, unknown>;
  readonly issues: readonly Issue[];
}

/** The operations of a client, by their IDs. */
export type OperationTable = { readonly [Id in OperationId]: OwnOperation<Id> };
