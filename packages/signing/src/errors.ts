import type { ErrorCode, ErrorDetail, RetryAdvice } from '@finauth-sdk/client';
import type { Issue } from '@finauth-sdk/validator';

export interface FinAuthErrorOptions {
  readonly cause?: unknown;
  readonly retry?: RetryAdvice;
}

/** The base of every error this package throws. Nothing in one holds the API secret or a signature. */
export class FinAuthError extends Error {
  override readonly name: string = 'FinAuthError';
  /** What went wrong: FinAuth's own code on a FinAuthApiError, one of ours (`ERR_…`) on the others. */
  readonly code: string;
  /** Whether asking again can help: never, later, or at once with a fresh signature. */
  readonly retry: RetryAdvice;
  /** Whether asking again can help at all. By the time you see the error, the retries you allowed have been made. */
  readonly retryable: boolean;
  /** How many attempts were begun, one that still waited for its turn included: 0 where the input or the set-up was refused. */
  attempts = 0;

  constructor(code: string, message: string, { cause, retry = 'never' }: FinAuthErrorOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.retry = retry;
    this.retryable = retry !== 'never';
  }

  /** All of it that a log can use, the message too. The cause stays out. */
  toJSON(): Record<string, unknown> {
    const { cause: _cause, ...fields } = this;
    return { ...fields, message: this.message };
  }
}

export interface FinAuthApiErrorFields {
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: ErrorDetail | undefined;
  readonly requestId: string | undefined;
  readonly timeUsed: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly serverTime: number | undefined;
  readonly localTime: number;
  readonly retry: RetryAdvice;
  readonly meaning: string;
  readonly remedy: string;
}

/** FinAuth refused the call, or failed, and said so in its own format. */
export class FinAuthApiError extends FinAuthError {
  override readonly name: string = 'FinAuthApiError';
  declare readonly code: ErrorCode;
  /** The HTTP status of the answer. */
  readonly status: number;
  /** What followed the code: the name of a field, a reason, or nothing. */
  readonly detail: ErrorDetail | undefined;
  /** FinAuth's ID of the request. Give it to FinAuth's support. */
  readonly requestId: string | undefined;
  /** How long FinAuth worked on the request, in milliseconds. */
  readonly timeUsed: number | undefined;
  /** How long FinAuth asks to wait before the next call (`Retry-After`), in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** FinAuth's clock when it answered (`Date`), in milliseconds since 1970. */
  readonly serverTime: number | undefined;
  /** This machine's clock when the answer came, in milliseconds since 1970. */
  readonly localTime: number;
  /** What the integrator should do. */
  readonly remedy: string;

  constructor({ code, meaning, retry, ...fields }: FinAuthApiErrorFields) {
    const said = shorten(fields.detail === undefined ? code : `${code}: ${fields.detail}`);
    const reference = fields.requestId === undefined ? '' : ` (request_id ${shorten(fields.requestId)})`;
    super(code, `FinAuth answered ${fields.status} ${said}. ${meaning} ${fields.remedy}${reference}`, { retry });
    this.status = fields.status;
    this.detail = fields.detail;
    this.requestId = fields.requestId;
    this.timeUsed = fields.timeUsed;
    this.retryAfterMs = fields.retryAfterMs;
    this.serverTime = fields.serverTime;
    this.localTime = fields.localTime;
    this.remedy = fields.remedy;
  }
}

export interface FinAuthResponseErrorFields {
  readonly status: number;
  readonly excerpt: string;
  readonly retryAfterMs?: number | undefined;
  readonly retry?: RetryAdvice;
  readonly remedy?: string;
}

/** An answer that is not the API's: a gateway's page, a redirect, JSON that is cut off or too large, a success without what it should hold. */
export class FinAuthResponseError extends FinAuthError {
  override readonly name: string = 'FinAuthResponseError';
  declare readonly code: 'ERR_RESPONSE';
  /** The HTTP status of the answer. */
  readonly status: number;
  /** The first characters of what came in place of an answer. */
  readonly excerpt: string;
  /** How long the server asks to wait before the next call (`Retry-After`), in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** What the integrator should do. */
  readonly remedy: string;

  constructor(message: string, { status, excerpt, retryAfterMs, retry = 'never', remedy = DEFAULT_REMEDY }: FinAuthResponseErrorFields) {
    super('ERR_RESPONSE', `${message} ${remedy}${excerpt === '' ? '' : ` It begins: ${excerpt}`}`, { retry });
    this.status = status;
    this.excerpt = excerpt;
    this.retryAfterMs = retryAfterMs;
    this.remedy = remedy;
  }
}

const DEFAULT_REMEDY = "Check that the base URL is FinAuth's own host, and what proxy or gateway stands before it.";

/** No answer came: the name did not resolve, the connection was refused or lost. The cause says which. */
export class FinAuthConnectionError extends FinAuthError {
  override readonly name: string = 'FinAuthConnectionError';
  declare readonly code: 'ERR_CONNECTION' | 'ERR_TIMEOUT';

  constructor(message: string, options: FinAuthErrorOptions = {}, code: 'ERR_CONNECTION' | 'ERR_TIMEOUT' = 'ERR_CONNECTION') {
    super(code, message, { retry: 'later', ...options });
  }
}

/** No answer came in the time that was given, to one attempt (`timeoutMs`) or to all of them (`retry.totalTimeoutMs`). */
export class FinAuthTimeoutError extends FinAuthConnectionError {
  override readonly name: string = 'FinAuthTimeoutError';
  declare readonly code: 'ERR_TIMEOUT';

  constructor(message: string, options: FinAuthErrorOptions = {}) {
    super(message, options, 'ERR_TIMEOUT');
  }
}

/** What you gave to a call breaks the spec. Nothing was sent. */
export class FinAuthInputError extends FinAuthError {
  override readonly name: string = 'FinAuthInputError';
  declare readonly code: 'ERR_INPUT';
  /** Each thing that is wrong: the field, the rule it breaks, and what to do. */
  readonly issues: readonly Issue[];

  constructor(message: string, issues: readonly Issue[]) {
    super('ERR_INPUT', `${message}: ${issues.map((issue) => issue.message).join('; ')}`);
    this.issues = issues;
  }
}

/** The client is not set up right: no credentials, an unknown region, an unsafe base URL. Nothing was sent. */
export class FinAuthConfigError extends FinAuthError {
  override readonly name: string = 'FinAuthConfigError';
  declare readonly code: 'ERR_CONFIG';

  constructor(message: string, options: FinAuthErrorOptions = {}) {
    super('ERR_CONFIG', message, options);
  }
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
