import type { ErrorCode, ErrorDetail, RetryAdvice } from '@finauth-sdk/client';
import type { Issue } from '@finauth-sdk/validator';
import { docsUrlOf } from './docsUrlOf.ts';

interface FinAuthErrorFields {
  readonly code: string;
  readonly retry?: RetryAdvice;
  readonly cause?: unknown;
}

// Shared by all copies of this package in a process. The number changes with the major version, since the fields may then mean something else.
export const KINDS: unique symbol = /* @__PURE__ */ Symbol.for('@finauth-sdk/signing/errors/1');

/**
 * The base class of all errors that this package throws. None contains the API secret or a signature.
 *
 * `instanceof` also holds for an error of another copy of this package with the same major version.
 */
export class FinAuthError extends Error {
  /** The name of the class in every copy of this package, even if a bundler renames it. */
  static readonly kind: string = 'FinAuthError';
  /** What the class is called: `FinAuthApiError`. Also where a bundler renames it. */
  override readonly name: string;
  /** What went wrong: FinAuth's own code for a FinAuthApiError, one of the SDK's (`ERR_…`) for the others. */
  declare readonly code: string;
  /** Whether a retry can help: never, later, or at once with a fresh signature. */
  readonly retry: RetryAdvice = 'never';
  /** Whether a retry can help at all. The retries that you allowed have already been made. */
  readonly retryable: boolean;
  /** This error's page in the docs: what it means, its usual causes, what to do. Undefined if the address of the docs is not known. */
  readonly docsUrl: string | undefined;
  /** The number of attempts started, including one that still waited in the queue; 0 if the input or the setup was refused. */
  attempts = 0;
  /** The `callId` of this call's events; 0 if no call was started. */
  callId = 0;

  constructor(message: string, { cause, ...fields }: FinAuthErrorFields) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.kind;
    this.docsUrl = docsUrlOf(fields.code);
    // A subclass declares its fields, and they are set here.
    Object.assign(this, fields);
    this.retryable = this.retry !== 'never';
    Object.defineProperty(this, KINDS, { value: kindsOf(new.target) });
    // Again, since the stack begins with the name, and without the frames of the constructors.
    // oxlint-disable-next-line unicorn/no-useless-error-capture-stack-trace -- the name was not known when Error took the first
    Error.captureStackTrace?.(this, new.target);
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    if (!Object.hasOwn(this, 'kind')) return Function.prototype[Symbol.hasInstance].call(this, value);
    try {
      return Object.hasOwn(value as object, KINDS) && (value as { readonly [KINDS]: readonly string[] })[KINDS].includes(this.kind);
    } catch {
      // Nothing, or a proxy that cannot be asked.
      return false;
    }
  }

  /** Everything that is useful in a log, including the message, without the cause. */
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
  readonly clockOffsetMs: number | undefined;
  readonly assumedOffsetMs: number;
  readonly retry: RetryAdvice;
  readonly remedy: string;
  readonly docsUrl?: string | undefined;
}

/** FinAuth refused the call, or failed, and said so in its own format. */
export class FinAuthApiError extends FinAuthError {
  static override readonly kind: string = 'FinAuthApiError';
  declare readonly code: ErrorCode;
  /** The HTTP status of the response. */
  declare readonly status: number;
  /** What followed the code: the name of a field, a reason, or nothing. */
  declare readonly detail: ErrorDetail | undefined;
  /** FinAuth's ID of the request. Give it to FinAuth's support. */
  declare readonly requestId: string | undefined;
  /** How long FinAuth worked on the request, in milliseconds. */
  declare readonly timeUsed: number | undefined;
  /** How long FinAuth asks to wait before the next call (`Retry-After`), in milliseconds. */
  declare readonly retryAfterMs: number | undefined;
  /** How far FinAuth's clock (`Date`) was ahead of this machine's when the response arrived, in milliseconds. */
  declare readonly clockOffsetMs: number | undefined;
  /** How far ahead of this machine's clock it was assumed to be when the request was signed, in milliseconds. */
  declare readonly assumedOffsetMs: number;
  /** What the integrator should do. */
  declare readonly remedy: string;

  constructor(fields: FinAuthApiErrorFields) {
    const { status, code, detail, requestId, remedy } = fields;
    const said = detail === undefined ? code : `${code}: ${detail}`;
    super(`FinAuth answered ${status} ${said}. ${remedy}${named(requestId)}`, fields);
  }
}

export interface FinAuthResponseErrorFields {
  readonly status: number;
  readonly excerpt: string;
  readonly requestId?: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly retry: RetryAdvice;
  readonly remedy: string;
  readonly docsUrl?: string | undefined;
}

/** A response that is not the API's: a gateway's page, a redirect, JSON that is truncated or too large, a success without its required fields. */
export class FinAuthResponseError extends FinAuthError {
  static override readonly kind: string = 'FinAuthResponseError';
  declare readonly code: 'ERR_RESPONSE';
  /** The HTTP status of the response. */
  declare readonly status: number;
  /** The beginning of what was received instead of a response. */
  declare readonly excerpt: string;
  /** FinAuth's ID of the request, if the response has one. */
  declare readonly requestId: string | undefined;
  /** How long the server asks to wait before the next call (`Retry-After`), in milliseconds. */
  declare readonly retryAfterMs: number | undefined;
  /** What the integrator should do. */
  declare readonly remedy: string;

  constructor(message: string, fields: FinAuthResponseErrorFields) {
    const { remedy, excerpt, requestId } = fields;
    super(`${message} ${remedy}${excerpt === '' ? '' : ` It begins: ${excerpt}`}${named(requestId)}`, { code: 'ERR_RESPONSE', ...fields });
  }
}

/** No response arrived: the name did not resolve, or the connection was refused or lost. The cause says which. */
export class FinAuthConnectionError extends FinAuthError {
  static override readonly kind: string = 'FinAuthConnectionError';
  declare readonly code: 'ERR_CONNECTION' | 'ERR_TIMEOUT';

  constructor(message: string, cause?: unknown, code: 'ERR_CONNECTION' | 'ERR_TIMEOUT' = 'ERR_CONNECTION') {
    super(message, { code, cause, retry: 'later' });
  }
}

/** No response arrived in time, for one attempt (`timeoutMs`) or for the whole call (`retry.totalTimeoutMs`). */
export class FinAuthTimeoutError extends FinAuthConnectionError {
  static override readonly kind: string = 'FinAuthTimeoutError';
  declare readonly code: 'ERR_TIMEOUT';

  constructor(message: string, cause?: unknown) {
    super(message, cause, 'ERR_TIMEOUT');
  }
}

/** The arguments of a call break the spec. Nothing was sent. */
export class FinAuthInputError extends FinAuthError {
  static override readonly kind: string = 'FinAuthInputError';
  declare readonly code: 'ERR_INPUT';
  /** Everything that is wrong: the field, the rule that it breaks, and what to do. */
  declare readonly issues: readonly Issue[];

  constructor(message: string, issues: readonly Issue[]) {
    const more = issues.length > MOST_TOLD ? `; and ${issues.length - MOST_TOLD} more, in issues` : '';
    const told = issues.slice(0, MOST_TOLD).map((issue) => issue.message);
    super(`${message}: ${told.join('; ')}${more}`, { code: 'ERR_INPUT', issues } as FinAuthErrorFields);
  }
}

// Of a hundred thousand wrong fields nobody reads a message.
const MOST_TOLD = 10;

/**
 * The client is not set up correctly: no credentials, an unknown region, an unsafe base URL. The attempt was not sent, unless your own `fetch` or transport
 * returned something unreadable.
 */
export class FinAuthConfigError extends FinAuthError {
  static override readonly kind: string = 'FinAuthConfigError';
  declare readonly code: 'ERR_CONFIG';

  constructor(message: string) {
    super(message, { code: 'ERR_CONFIG' });
  }
}

/** `close` was called before this call began, or stopped waiting for it. No attempt follows. */
export class FinAuthClosedError extends FinAuthError {
  static override readonly kind: string = 'FinAuthClosedError';
  declare readonly code: 'ERR_CLOSED';

  constructor(message: string) {
    super(message, { code: 'ERR_CLOSED' });
  }
}

function kindsOf(kind: typeof FinAuthError): string[] {
  const kinds: string[] = [];
  for (let it = kind; it !== Function.prototype; it = Object.getPrototypeOf(it)) if (Object.hasOwn(it, 'kind')) kinds.push(it.kind);
  return kinds;
}

function named(requestId: string | undefined): string {
  return requestId === undefined ? '' : ` (request_id ${requestId})`;
}
