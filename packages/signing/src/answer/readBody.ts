/**
 * Reads a body whole, up to a number of bytes: undefined, and no more of it is read, where it is longer. They are counted as they
 * come out of any compression, so that a small answer which unpacks to a huge one ends here too. Small chunks are copied together
 * as they come: each has a cost of its own, which a million chunks of one byte would add up to hundreds of megabytes.
 */
export async function readBody(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array | undefined> {
  const bytes = createGrowingBytes();
  for await (const chunk of body) {
    if (bytes.length() + chunk.length > maxBytes) return undefined;
    bytes.append(chunk);
  }
  return bytes.take();
}

export interface GrowingBytes {
  length(): number;
  append(chunk: Uint8Array): void;
  /** All that was appended since the last time. The bytes are the caller's. */
  take(): Uint8Array;
}

const NOTHING = new Uint8Array(0);

/** Bytes that come in pieces. A single piece is handed on as it is, and more are copied into one array, which doubles when it is full. */
export function createGrowingBytes(): GrowingBytes {
  let bytes: Uint8Array = NOTHING;
  let length = 0;
  return {
    length: () => length,
    append(chunk) {
      const needed = length + chunk.length;
      if (length === 0) {
        bytes = chunk;
      } else {
        // The first piece is somebody else's, and full: nothing is ever written to it.
        if (needed > bytes.length) bytes = grown(bytes.subarray(0, length), needed);
        bytes.set(chunk, length);
      }
      length = needed;
    },
    take() {
      const taken = bytes.length === length ? bytes : bytes.subarray(0, length);
      bytes = NOTHING;
      length = 0;
      return taken;
    },
  };
}

function grown(bytes: Uint8Array, needed: number): Uint8Array {
  const larger = new Uint8Array(Math.max(2 * bytes.length, needed, 1_024));
  larger.set(bytes);
  return larger;
}
