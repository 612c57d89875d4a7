import {
  errorCatalogue,
  type ErrorAdvice,
  type ErrorCode,
  type ErrorDetail,
  type ErrorEntry,
  gatewayErrors,
  unlistedError,
} from '@finauth-sdk/client';

/** The text of `error`, taken apart. */
export interface ParsedError {
  readonly code: ErrorCode;
  /** What follows the first colon, if anything does. */
  readonly detail: ErrorDetail | undefined;
}

/** Takes the text of `error` apart: `CODE`, `CODE: detail`, and also `CODE:detail`, as it has been seen. Any text is taken. */
export function parseError(error: string): ParsedError {
  const colon = error.indexOf(':');
  if (colon === -1) return { code: error.trim(), detail: undefined };
  return { code: error.slice(0, colon).trim(), detail: error.slice(colon + 1).trim() || undefined };
}

/** What the error model says of an error: by its reason, else its code, else the status if a gateway could have given it. */
export function adviceFor({ code, detail }: ParsedError, status: number): ErrorAdvice {
  const entry = own<ErrorEntry>(errorCatalogue, code);
  const reason = entry?.reasons && detail !== undefined ? own(entry.reasons, detail) : undefined;
  return reason ?? entry ?? adviceForStatus(status) ?? unlistedError;
}

/** What the error model says of an answer that only has a status. */
export function adviceForStatus(status: number): ErrorAdvice | undefined {
  return own(gatewayErrors, String(status));
}

/** A property of the table itself: the server's text may well be "constructor". */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
