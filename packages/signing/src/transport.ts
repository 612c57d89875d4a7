import type { PlatformAbortSignal, PlatformHeaders } from './platform/platform.ts';
import type { CloseOptions } from './time/underWay.ts';

/** One request, ready to go over the wire. */
export interface TransportRequest {
  /** Of an operation that is signed in its query, it holds the signature: keep it out of logs. */
  readonly url: string;
  /** The HTTP method. */
  readonly method: 'GET' | 'POST';
  /** The body's type among them, its length not. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined for a GET. */
  readonly body: string | Uint8Array | undefined;
  /** Once it is aborted, nobody waits for the answer: stop, and let go of the connection. */
  readonly signal: PlatformAbortSignal | undefined;
  /** How many bytes of an answer are wanted at most. A transport that uncompresses counts what comes over the wire too, and ends the body there. */
  readonly maxResponseBytes: number;
}

/** An answer whose head has come. */
export interface TransportAnswer {
  /** The HTTP status. */
  readonly status: number;
  /** The answer's headers. */
  readonly headers: PlatformHeaders;
  /** The bytes as they come, uncompressed. Who leaves the loop early wants no more of them, and the connection is to end. */
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * Sends a request and hands on the answer, whatever its status. It follows no redirect, for the request is signed for one host;
 * it makes no second attempt, for each one is to be signed anew; it needs no timeout, for the signal keeps it.
 * What it rejects with becomes the cause of a FinAuthConnectionError.
 */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>;

/** A transport with connections of its own. */
export interface ClosableTransport extends Transport {
  /**
   * Refuses new requests with a FinAuthClosedError, waits for those under way and in line, and then lets go of its connections. What has not
   * ended after `timeoutMs` (default: 10,000) is aborted, with the same error. A second call returns the first one's promise.
   */
  close(options?: CloseOptions): Promise<void>;
}
