import { KINDS } from '../errors.ts';
import { isObject } from '../rules.ts';

/** What there is to read of something thrown. */
export interface Thrown {
  /** Whether it was a text, or something else that is no object. */
  readonly isText: boolean;
  /** Whether its message is in our own words. */
  readonly isOurs: boolean;
  readonly name: unknown;
  readonly message: unknown;
  readonly code: unknown;
  readonly status: unknown;
  /** What Node names of the host that it looked up or called. */
  readonly host: unknown;
  readonly port: unknown;
  /** Of a list of errors, as a host of many addresses fails with, the first. */
  readonly cause: unknown;
}

/** Reads something thrown, which may be anything at all: a field that cannot be read is not there. */
export function readThrown(thrown: unknown): Thrown {
  const isText = !isObject(thrown) && typeof thrown !== 'function' && thrown !== undefined && thrown !== null;
  return {
    isText,
    // Not by a property alone: there are objects that have any.
    isOurs: Array.isArray(read(thrown, KINDS)),
    name: read(thrown, 'name'),
    message: isText ? String(read(thrown, 'description') ?? thrown) : read(thrown, 'message', 'reason', 'statusText'),
    code: read(thrown, 'code', 'errno'),
    status: read(thrown, 'status', 'statusCode'),
    host: read(thrown, 'hostname', 'host', 'address'),
    port: read(thrown, 'port'),
    cause: read(thrown, 'cause') ?? read(read(thrown, 'errors'), '0'),
  };
}

/** The first of some properties that has a value. */
function read(from: unknown, ...names: readonly (string | symbol)[]): unknown {
  for (const name of names) {
    try {
      const value = (from as Record<string | symbol, unknown>)[name];
      if (value !== undefined && value !== null) return value;
    } catch {
      // Nothing to read from, or a getter that fails.
    }
  }
  return undefined;
}
