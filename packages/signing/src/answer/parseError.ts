import { errorAdvice, type ErrorAction, type ErrorCode, type ErrorDetail, unlistedAdvice } from '@finauth-sdk/client';
import type { Show } from './createShow.ts';

/** The text of `error`, taken apart. */
export interface ParsedError {
  readonly code: ErrorCode;
  /** What follows the first colon, if anything does. */
  readonly detail: ErrorDetail | undefined;
}

/** Takes the text of `error` apart: `CODE`, `CODE: detail`, and also `CODE:detail`, as it has been seen. Any text is taken. */
export function parseError(error: string): ParsedError {
  const colon = error.indexOf(':');
  if (colon < 0) return { code: error.trim(), detail: undefined };
  return { code: error.slice(0, colon).trim(), detail: error.slice(colon + 1).trim() || undefined };
}

/** What can be shown of an error: a code and a reason that the error model lists as they are, and of others what `show` lets through. */
export function shownError({ code, detail }: ParsedError, show: Show): ParsedError {
  const shown = (text: string, key = text): string => (own(key) === undefined ? show(text, 'own') : text);
  return { code: shown(code), detail: detail && shown(detail, `${code}: ${detail}`) };
}

/** What the error model says of an error: by its reason, else its code, else the status if a gateway could have given it. */
export function adviceFor({ code, detail }: ParsedError, status: number): ErrorAction {
  const advice = own(`${code}: ${detail}`) ?? own(code) ?? adviceForStatus(status) ?? unlistedAdvice;
  // Whatever the code: a 400 says that the request itself is wrong.
  return status === 400 ? { ...advice, retry: 'never' } : advice;
}

/** What the error model says of an answer that only has a status. */
export function adviceForStatus(status: number): ErrorAction | undefined {
  return own(String(status));
}

/** A property of the table itself: the server's text may well be "constructor". */
function own(key: string): ErrorAction | undefined {
  return Object.hasOwn(errorAdvice, key) ? errorAdvice[key] : undefined;
}
