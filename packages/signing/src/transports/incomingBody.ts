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

/**
 * Made in place of a stream, which would cost as much as the rest of a request. For one reader that takes each chunk when it comes.
 *
 * @param cancel Called when the reader leaves before the end, or when more has come than is wanted: the body then ends with what has come, which is too long.
 */
export function createIncomingBody(cancel: () => void, maxBytes: number): IncomingBody {
  const chunks: Uint8Array[] = [];
  let waiting: Waiting | undefined;
  let received = 0;
  let ended = false;
  let failure: { readonly reason: unknown } | undefined;

  return {
    push(chunk) {
      if (ended) return;
      if (waiting === undefined) chunks.push(chunk);
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
      const chunk = chunks.shift();
      if (chunk !== undefined) return Promise.resolve({ done: false, value: chunk });
      if (ended) return Promise.resolve(DONE);
      if (failure !== undefined) return Promise.reject(failure.reason);
      return new Promise((resolve, reject) => (waiting = { resolve, reject }));
    },
    return() {
      if (!ended && failure === undefined) cancel();
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
