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
 * The base of every error this package throws. Nothing in one holds the API secret or a signature.
 *
 * `instanceof` also holds for an error of another copy of this package with the same major version.
 */
export class FinAuthError extends Error {
  /** What the class is called in every copy of this package, however a bundler renames it. */
  static readonly kind: string = 'FinAuthError';
  /** What the class is called: `FinAuthApiError`. Also where a bundler renames it. */
  override readonly name: string;
  /** What went wrong: FinAuth's own code on a FinAuthApiError, one of ours (`ERR_…`) on the others. */
  declare readonly code: string;
  /** Whether asking again can help: never, later, or at once with a fresh signature. */
  readonly retry: RetryAdvice = 'never';
  /** Whether asking again can help at all. By the time you see the error, the retries you allowed have been made. */
  readonly retryable: boolean;
  /** The page of the docs about this error: what it means, its usual causes, what to do. Undefined where it is not known where the docs are. */
  readonly docsUrl: string | undefined;
  /** How many attempts were begun, one that still waited for its turn included: 0 where the input or the set-up was refused. */
  attempts = 0;
  /** The `callId` that the events of this call have; 0 where no call was begun. */
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
  /** The HTTP status of the answer. */
  declare readonly status: number;
  /** What followed the code: the name of a field, a reason, or nothing. */
  declare readonly detail: ErrorDetail | undefined;
  /** FinAuth's ID of the request. Give it to FinAuth's support. */
  declare readonly requestId: string | undefined;
  /** How long FinAuth worked on the request, in milliseconds. */
  declare readonly timeUsed: number | undefined;
  /** How long FinAuth asks to wait before the next call (`Retry-After`), in milliseconds. */
  declare readonly retryAfterMs: number | undefined;
  /** How far FinAuth's clock (`Date`) was ahead of this machine's when the answer came, in milliseconds. */
  declare readonly clockOffsetMs: number | undefined;
  /** How far ahead of this machine's clock it was taken to be when the request was signed, in milliseconds. */
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

/** An answer that is not the API's: a gateway's page, a redirect, JSON that is cut off or too large, a success without what it should hold. */
export class FinAuthResponseError extends FinAuthError {
  static override readonly kind: string = 'FinAuthResponseError';
  declare readonly code: 'ERR_RESPONSE';
  /** The HTTP status of the answer. */
  declare readonly status: number;
  /** The first characters of what came in place of an answer. */
  declare readonly excerpt: string;
  /** FinAuth's ID of the request, where the answer brought one. */
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

/** No answer came: the name did not resolve, the connection was refused or lost. The cause says which. */
export class FinAuthConnectionError extends FinAuthError {
  static override readonly kind: string = 'FinAuthConnectionError';
  declare readonly code: 'ERR_CONNECTION' | 'ERR_TIMEOUT';

  constructor(message: string, cause?: unknown, code: 'ERR_CONNECTION' | 'ERR_TIMEOUT' = 'ERR_CONNECTION') {
    super(message, { code, cause, retry: 'later' });
  }
}

/** No answer came in the time that was given, to one attempt (`timeoutMs`) or to all of them (`retry.totalTimeoutMs`). */
export class FinAuthTimeoutError extends FinAuthConnectionError {
  static override readonly kind: string = 'FinAuthTimeoutError';
  declare readonly code: 'ERR_TIMEOUT';

  constructor(message: string, cause?: unknown) {
    super(message, cause, 'ERR_TIMEOUT');
  }
}

/** What you gave to a call breaks the spec. Nothing was sent. */
export class FinAuthInputError extends FinAuthError {
  static override readonly kind: string = 'FinAuthInputError';
  declare readonly code: 'ERR_INPUT';
  /** Each thing that is wrong: the field, the rule it breaks, and what to do. */
  declare readonly issues: readonly Issue[];

  constructor(message: string, issues: readonly Issue[]) {
    const more = issues.length > MOST_TOLD ? `; and ${issues.length - MOST_TOLD} more, in issues` : '';
    const told = issues.slice(0, MOST_TOLD).map((issue) => issue.message);
    super(`${message}: ${told.join('; ')}${more}`, { code: 'ERR_INPUT', issues } as FinAuthErrorFields);
  }
}

// Of a hundred thousand wrong fields nobody reads a message.
const MOST_TOLD = 10;

/** The client is not set up correctly: no credentials, an unknown region, an unsafe base URL. The attempt that it stopped was not sent. */
export class FinAuthConfigError extends FinAuthError {
  static override readonly kind: string = 'FinAuthConfigError';
  declare readonly code: 'ERR_CONFIG';

  constructor(message: string) {
    super(message, { code: 'ERR_CONFIG' });
  }
}

/** `close` was called: either before this call began, or it ended its wait for this call. No attempt follows. */
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
