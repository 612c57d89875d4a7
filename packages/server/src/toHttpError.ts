import { FinAuthApiError, FinAuthClosedError, FinAuthError, FinAuthTimeoutError, type KnownErrorCode } from '@finauth-sdk/signing';
import { TokenLimitError, UnknownTokenError } from './tokenStore.ts';

/** What FinAuth answers to a token that is too old or was used. */
const RESULT_GONE: KnownErrorCode = 'DATA_DESTROYED';

/** What an app can act on. */
export type HttpErrorCode = 'method_not_allowed' | 'too_many_requests' | 'start_again' | 'timed_out' | 'try_again' | 'unavailable';

/** What a phone is told, for which errors, and why. */
export interface HttpErrorRow {
  /** The HTTP status of the answer. */
  readonly status: number;
  /** HTTP's own words for the status. */
  readonly title: string;
  /** A sentence that an app can show. */
  readonly detail: string;
  /** Which errors it applies to. The first row that matches counts. */
  readonly holds: (error: unknown) => boolean;
  /** The same in words, for the docs. */
  readonly when: string;
  /** Why it is told so, for the docs. */
  readonly why: string;
  /** How long to wait if the error does not say, in seconds. */
  readonly waitSeconds?: number;
}

/**
 * What a phone is told, by the `code` that an app can act on. All errors that are not worth a retry get the same text: an app must not learn whether
 * the key was disabled, a quota used up or a setting forgotten. The rows go by what an error says about itself, so they also work for unknown codes.
 */
export const httpErrors: Readonly<Record<HttpErrorCode, HttpErrorRow>> = {
  method_not_allowed: {
    status: 405,
    title: 'Method Not Allowed',
    detail: 'Send a POST.',
    holds: () => false,
    when: 'the request is not a POST',
    why: 'A GET may come from a prefetch or a preview, and would cost a token.',
  },
  too_many_requests: {
    status: 429,
    title: 'Too Many Requests',
    detail: 'Too many tries. Please wait before you try again.',
    holds: (error) => error instanceof TokenLimitError,
    when: 'the user has had as many tokens as `limit` allows',
    why: 'The only refusal that concerns the user, who can wait.',
  },
  start_again: {
    status: 409,
    title: 'Conflict',
    detail: 'Please start the check again.',
    holds: (error) => error instanceof UnknownTokenError || (error instanceof FinAuthApiError && error.code === RESULT_GONE),
    when: 'there is nothing to verify: the token is not this user’s, has expired, or was already used',
    why: 'Only a new token helps. The phone does not learn whether the token is another user’s.',
  },
  timed_out: {
    status: 504,
    title: 'Gateway Timeout',
    detail: 'This took too long. Please try again.',
    holds: (error) => error instanceof FinAuthTimeoutError,
    when: 'FinAuth did not answer in time',
    why: 'So that your dashboards can tell it apart from a refusal. The app treats it like `try_again`.',
    waitSeconds: 2,
  },
  try_again: {
    status: 503,
    title: 'Service Unavailable',
    detail: 'This does not work at the moment. Please try again shortly.',
    holds: (error) => error instanceof FinAuthClosedError || (error instanceof FinAuthError && error.retryable),
    when: 'a retry can help, or this server is shutting down and another one will respond',
    why: 'FinAuth is busy, cannot be reached or has failed. `Retry-After` is passed on.',
    waitSeconds: 5,
  },
  unavailable: {
    status: 500,
    title: 'Internal Server Error',
    detail: 'This is not available at the moment. Please try again later.',
    holds: () => true,
    when: 'anything else: a refusal, a wrong setting, a failure in your own code',
    why: 'A retry does not help until someone has read your log. The phone must not learn why.',
  },
};

/** A response for a phone, in parts, for frameworks without a Response. */
export interface HttpError {
  /** The HTTP status. */
  readonly status: number;
  /** The headers, in lower case: type, `cache-control`, and `retry-after` in seconds where it is known. */
  readonly headers: Readonly<Record<string, string>>;
  /** `application/problem+json`, RFC 9457. */
  readonly body: {
    readonly type: 'about:blank';
    readonly title: string;
    readonly status: number;
    readonly detail: string;
    readonly code: HttpErrorCode;
    /** As `Retry-After`, in seconds. */
    readonly retry_after?: number;
  };
}

/** The response for a phone when a call has failed. Of the error, it contains only how long to wait. */
export function toHttpError(error: unknown): HttpError {
  const [code, { waitSeconds }] = (Object.entries(httpErrors) as [HttpErrorCode, HttpErrorRow][]).find(([, { holds }]) => holds(error))!;
  const { retryAfterMs } = (error ?? {}) as { readonly retryAfterMs?: number };
  const isTold = code !== 'unavailable' && typeof retryAfterMs === 'number' && retryAfterMs > 0;
  return httpError(code, isTold ? Math.ceil(retryAfterMs / 1000) : waitSeconds);
}

/** The same as a Response. */
export function problem({ status, headers, body }: HttpError, more: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { ...headers, ...more } });
}

export function httpError(code: HttpErrorCode, retry_after?: number): HttpError {
  const { status, title, detail } = httpErrors[code];
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retry_after !== undefined && { 'retry-after': String(retry_after) }),
    },
    body: { type: 'about:blank', title, status, detail, code, ...(retry_after !== undefined && { retry_after }) },
  };
}
