import { createGrowingBytes } from '../answer/readBody.ts';

/** A body on its way in: what a connection tells of it on the one side, a loop over its bytes on the other. */
export interface IncomingBody extends AsyncIterableIterator<Uint8Array, undefined> {
  push(chunk: Uint8Array): void;
  end(): void;
  fail(reason: unknown): void;
}

interface Waiting {
  readonly resolve: (result: IteratorResult<Uint8Array, undefined>) => void;
  readonly reject: (reason: unknown) => void;
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

// To `fetch` they have none, though some servers send a length, or a body.
const WITHOUT_BODY: ReadonlySet<number> = /* @__PURE__ */ new Set([204, 205, 304]);

/**
 * Made in place of a stream, which would cost as much as the rest of a request. For one reader. What comes while the reader is busy
 * is copied together, so that a million chunks of one byte take no more room than their bytes.
 *
 * @param status Of the answer. With some there is no body, whatever comes.
 * @param cancel Called when the reader leaves before the end, or when more has come than is wanted: the body then ends with what has come, which is too long.
 */
export function createIncomingBody(status: number, cancel: () => void, maxBytes: number): IncomingBody {
  const arrived = createGrowingBytes();
  let waiting: Waiting | undefined;
  let received = 0;
  let ended = WITHOUT_BODY.has(status);
  let failure: { readonly reason: unknown } | undefined;

  return {
    push(chunk) {
      if (ended || chunk.length === 0) return;
      if (waiting === undefined) arrived.append(chunk);
      else take()!.resolve({ done: false, value: chunk });
      received += chunk.length;
      if (received <= maxBytes) return;
      ended = true;
      cancel();
    },
    end() {
      ended = true;
      take()?.resolve(DONE);
    },
    fail(reason) {
      if (ended || failure !== undefined) return;
      failure = { reason };
      take()?.reject(reason);
    },
    next() {
      if (arrived.length() > 0) return Promise.resolve({ done: false, value: arrived.take() });
      if (ended) return Promise.resolve(DONE);
      if (failure !== undefined) return Promise.reject(failure.reason);
      return new Promise((resolve, reject) => (waiting = { resolve, reject }));
    },
    return() {
      if (!ended && failure === undefined) cancel();
      ended = true;
      return Promise.resolve(DONE);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };

  function take(): Waiting | undefined {
    const reader = waiting;
    waiting = undefined;
    return reader;
  }
}
