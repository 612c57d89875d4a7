import type { Operations } from '@finauth-sdk/client';
import type { Reading } from './time/clock.ts';
import type { Credentials } from './signature/createSigner.ts';
import type { PlatformAbortSignal, PlatformHeaders } from './platform/platform.ts';

/** The ID of an operation of the spec, such as `getBizToken`. */
export type OperationId = keyof Operations;

/** One call of an operation, on its way in. Do not modify it: pass a modified copy to `next`. */
export interface Call {
  /** The operation's ID in the spec, which is also the client's method: `getBizToken`. */
  readonly operation: OperationId;
  /** The number of the call, counted from 1 per client. The same for all attempts of a call. */
  readonly callId: number;
  /** The fields of the body. The signature's fields are added after all other middleware. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Headers to send along. */
  readonly headers: Readonly<Record<string, string>>;
  /** Which attempt of the call this is, from 1. Set by retry, so it is 1 for the caller's middleware. */
  readonly attempt: number;
  /**
   * How far ahead of this machine's clock the attempt is signed, in milliseconds. Set by retry and signing, so it is 0 for the caller's middleware.
   */
  readonly clockOffsetMs: number;
  /** Aborts the call, or this attempt of it. */
  readonly signal: PlatformAbortSignal | undefined;
  /** What the call waits for. Set by retry, so it is missing for the caller's middleware. */
  readonly wait?: Wait;
  /** Throws if the slot of the attempt is gone; called just before it is sent. Set where `maxConcurrency` is a limiter, so it is missing for the caller's middleware. */
  readonly checkSlot?: () => void;
}

/** What a call waits for, for the error if it waits too long, and its time in the queue for `maxConcurrency`. */
export interface Wait {
  for: string;
  inLineMs: number;
  inLineSince: number | undefined;
}

/** A call as it is sent. No middleware of the caller's sees one. */
export interface SignedCall extends Call {
  /** What it was signed with, so that no error repeats it. */
  readonly credentials: Credentials;
  /** The data of a person that is sent, so that no error repeats it. Missing where an operation takes none. */
  readonly personal?: Personal;
}

export interface Personal {
  /** The fields that it is in. */
  readonly names: readonly string[];
  /** Whether a text has so many characters in a row of it. */
  holds(text: string, pieceCharacters: number): boolean;
}

/** A call as it was signed, with the time that it was signed for. */
export interface DatedCall extends SignedCall {
  readonly reading: Reading;
}

/** A successful response, on its way out. For any other response, `next` rejects with a FinAuthError. */
export interface Result {
  /** The HTTP status. */
  readonly status: number;
  /** The answer's headers, as the transport gave them. */
  readonly headers: PlatformHeaders;
  /** The response's JSON, validated against the spec. */
  readonly data: unknown;
}

/** A good answer, with what only events are told. */
export interface AnsweredResult extends Result {
  /** FinAuth's ID of the request, where somebody wants it. It holds no secret, whatever the server says. */
  readonly requestId: string | undefined;
}

/** What a middleware calls to continue: all inner layers. It may be called again, and each attempt is then signed anew. */
export type Next = (call: Call) => Promise<Result>;

/** One layer around a call. The first in the list is the outermost. Its changes are sent unchecked: the input is validated before it. */
export type Middleware = (call: Call, next: Next) => Promise<Result>;

/** Puts the middleware around the innermost step, the first of the list outermost. */
export function compose(middleware: readonly Middleware[], innermost: Next): Next {
  return middleware.reduceRight<Next>((next, layer) => (call) => layer(call, next), innermost);
}
