import { errorAdvice, type ErrorAction, type ErrorCode, type ErrorDetail, unlistedAdvice } from '@finauth-sdk/client';
import { docsUrlOf } from '../docsUrlOf.ts';
import type { Show } from './createShow.ts';

/** The text of `error`, parsed. */
export interface ParsedError {
  /** What stands before the first colon: one of the spec's codes, or one that it does not list. */
  readonly code: ErrorCode;
  /** What follows the first colon, if anything does. */
  readonly detail: ErrorDetail | undefined;
}

/** Parses the text of `error`: `CODE`, `CODE: detail`, and `CODE:detail`, which has been observed. It accepts any text. */
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

/** What to do about an error, and the page that says more. */
export interface Advice extends Pick<ErrorAction, 'retry' | 'remedy'> {
  readonly docsUrl: string | undefined;
}

/** What the error model says of an error: by its reason, else its code, else the status if a gateway could have given it. */
export function adviceFor({ code, detail = '' }: ParsedError, status: number): Advice {
  const advice = listed(`${code}: ${detail}`, detail) ?? listed(code) ?? adviceOf(own(String(status)) ?? unlistedAdvice, 'unlisted');
  // Whatever the code: a 400 says that the request itself is wrong.
  return status === 400 ? { ...advice, retry: 'never' } : advice;
}

/** What the error model says of an answer that only has a status. */
export function adviceForStatus(status: number): Advice | undefined {
  return listed(String(status));
}

function listed(key: string, name = key): Advice | undefined {
  const action = own(key);
  return action && adviceOf(action, name);
}

function adviceOf({ retry, remedy, page }: ErrorAction, name: string): Advice {
  return { retry, remedy, docsUrl: docsUrlOf(page ?? name) };
}

/** A property of the table itself: the server's text may well be "constructor". */
function own(key: string): ErrorAction | undefined {
  return Object.hasOwn(errorAdvice, key) ? errorAdvice[key] : undefined;
}
