import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** One piece of an answer, and when it is sent: so many milliseconds after the request. */
export type Piece = readonly [afterMs: number, bytes: Uint8Array | string];

export interface ThreadData {
  readonly pieces: readonly Piece[];
  /** How many answers have been written to their end, and how many requests there have been. */
  readonly counts: Int32Array<SharedArrayBuffer>;
}

export interface ThreadServer {
  readonly url: string;
  /** Waits for a request to reach the server that no earlier wait was for. */
  nextRequest(): Promise<void>;
  /** Keeps this thread from anything else until every request that was waited for has been answered, and for so long at least. */
  blockUntilAnswered(ms: number): void;
  /** How many requests there have been. */
  count(): number;
  close(): Promise<void>;
}

/** A server in a thread of its own, which answers while this one is busy. */
export async function startThreadServer(pieces: readonly Piece[]): Promise<ThreadServer> {
  const counts = new Int32Array(new SharedArrayBuffer(8));
  const workerData: ThreadData = { pieces, counts };
  const worker = new Worker(new URL('threadServerScript.ts', import.meta.url), { workerData });
  const [port] = (await once(worker, 'message')) as [number];
  // Told of a request, this thread may be so a while later: what is counted is known at once.
  let known = 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async nextRequest() {
      while (Atomics.load(counts, 1) <= known) await once(worker, 'message');
      known = Atomics.load(counts, 1);
    },
    blockUntilAnswered(ms) {
      const end = performance.now() + ms;
      for (let answered = Atomics.load(counts, 0); answered < known; answered = Atomics.load(counts, 0))
        if (Atomics.wait(counts, 0, answered, 10_000) === 'timed-out') throw new Error('The server has not answered.');
      // A little more, for what was written to arrive.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.max(50, end - performance.now()));
    },
    count: () => Atomics.load(counts, 1),
    close: async () => void (await worker.terminate()),
  };
}
