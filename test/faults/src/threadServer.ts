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
  /** Waits for the next request to reach the server. */
  nextRequest(): Promise<void>;
  /** Keeps this thread from anything else until the next answer has been written, and for so long at least. */
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
  let seen = 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async nextRequest() {
      seen = counts[0]!;
      await once(worker, 'message');
    },
    blockUntilAnswered(ms) {
      const end = performance.now() + ms;
      Atomics.wait(counts, 0, seen, 10_000);
      // A little more, for what was written to arrive.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.max(50, end - performance.now()));
    },
    count: () => Atomics.load(counts, 1),
    close: async () => void (await worker.terminate()),
  };
}
