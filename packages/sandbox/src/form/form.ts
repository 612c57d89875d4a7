/** One part of a form. */
export interface Part {
  readonly name: string;
  readonly bytes: Buffer;
  /** The part named a file. */
  readonly fileName?: string;
  readonly mediaType: string;
}

/** What could be read of a request's fields, in a body or a query. */
export interface Form {
  /** The parts that arrived whole, of the fields that the operation has. */
  readonly parts: readonly Part[];
  /** The names that arrived which the operation does not have. Not all of them, if they are many. */
  readonly strangers: readonly string[];
  /** The values that JSON has for the fields. Undefined for a form and a query, which have texts. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Why reading ended before the body did, or found no form in it. */
  readonly trouble?: string;
  /** The field that was being read when reading ended early, or that was too long. */
  readonly broken?: string;
  /** Whether the rest of the body was left unread, so that the connection can serve no other request. */
  readonly unread: boolean;
}
