import type { PlatformAbortSignal, PlatformHeaders } from './platform/platform.ts';
import type { CloseOptions } from './time/underWay.ts';

/** One request, ready to be sent. */
export interface TransportRequest {
  /** If an operation is signed in its query, it contains the signature: keep it out of logs. */
  readonly url: string;
  /** The HTTP method. */
  readonly method: 'GET' | 'POST';
  /** Includes the body's type, but not its length. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined for a GET. */
  readonly body: string | Uint8Array | undefined;
  /** Once it is aborted, nobody waits for the response: stop, and release the connection. */
  readonly signal: PlatformAbortSignal | undefined;
  /** The maximum number of bytes of a response. A transport that decompresses also counts the compressed bytes, and ends the body at that limit. */
  readonly maxResponseBytes: number;
}

/** A response whose header has arrived. */
export interface TransportAnswer {
  /** The HTTP status. */
  readonly status: number;
  /** The answer's headers. */
  readonly headers: PlatformHeaders;
  /** The bytes as they arrive, decompressed. If the reader leaves the loop early, the connection should be closed. */
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * Sends a request and returns the response, whatever its status. It follows no redirect, since the request is signed for one host. It does not retry,
 * since each attempt has to be signed anew. It needs no timeout, since the signal has one.
 * What it rejects with becomes the cause of a FinAuthConnectionError.
 */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>;

/** A transport with its own connections. */
export interface ClosableTransport extends Transport {
  /**
   * Refuses new requests with a FinAuthClosedError, waits for those in progress and queued, and then closes its connections. What has not ended after
   * `timeoutMs` (default: 10,000) is aborted, with the same error. A second call returns the first one's promise.
   */
  close(options?: CloseOptions): Promise<void>;
}
