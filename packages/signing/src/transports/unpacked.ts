import type { BrotliOptions, InputType, ZlibOptions } from 'node:zlib';
import { readBody } from '../readBody.ts';

// As many as `fetch` takes.
const MOST_CODINGS = 5;

type Zlib = typeof import('node:zlib');
type Unpack = (bytes: InputType, options: ZlibOptions & BrotliOptions, done: (error: Error | null, result: Uint8Array) => void) => void;

/**
 * A body uncompressed. These transports ask for no compression; a gateway may compress all the same. An encoding that nobody knows is left as it is, as `fetch` does: it makes no JSON.
 *
 * What came is unpacked whole, one coding after the other, and none of them may make more than `maxBytes`. So the work is bounded whatever came, and none is left
 * when the call has ended. As a stream, a chain of codings that makes gigabytes out of kilobytes would keep a core busy long after that.
 */
export function unpacked(encodings: string, body: AsyncIterable<Uint8Array>, maxBytes: number): AsyncIterable<Uint8Array> {
  if (encodings === '') return body;
  const codings = encodings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  // Hardly ever needed, so not loaded before it is.
  const zlib = process.getBuiltinModule('node:zlib');
  const known = codings.length <= MOST_CODINGS && codings.every((coding) => unpackerOf(zlib, coding, 0) !== undefined);
  return known ? unpackAll(zlib, codings.toReversed(), body, maxBytes) : body;
}

async function* unpackAll(
  zlib: Zlib,
  codings: readonly string[],
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array, void> {
  // Bounded by the connection: it ends a body that is longer than is wanted.
  let bytes = (await readBody(body, Number.POSITIVE_INFINITY))!;
  for (const coding of codings) {
    if (bytes.length === 0) return;
    const made = await unpack(zlib, coding, bytes, maxBytes);
    // Longer than is wanted, which is all that the reader needs to know.
    if (made === undefined) return yield new Uint8Array(maxBytes + 1);
    bytes = made;
  }
  yield bytes;
}

/** Undefined where more than `maxBytes` would come of it. What is cut off comes as far as it goes; whether that is an answer is not judged here. */
function unpack(zlib: Zlib, coding: string, bytes: Uint8Array, maxBytes: number): Promise<Uint8Array | undefined> {
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;
  const finishFlush = coding === 'br' ? BROTLI_OPERATION_FLUSH : coding === 'zstd' ? zlib.constants.ZSTD_e_flush : Z_SYNC_FLUSH;
  return new Promise((resolve, reject) => {
    unpackerOf(zlib, coding, bytes[0]!)!(bytes, { finishFlush, maxOutputLength: maxBytes }, (error, result) => {
      if (error === null) resolve(result);
      else if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') resolve(undefined);
      else reject(error);
    });
  });
}

function unpackerOf(zlib: Zlib, coding: string, firstByte: number): Unpack | undefined {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return zlib.gunzip as Unpack;
    case 'deflate':
      // Half of the world's servers leave out the header that the standard asks for.
      return ((firstByte & 0x0f) === 0x08 ? zlib.inflate : zlib.inflateRaw) as Unpack;
    case 'br':
      return zlib.brotliDecompress as Unpack;
    case 'zstd':
      // From Node 22.15 and 23.8 on.
      return zlib.zstdDecompress as Unpack | undefined;
    default:
      return undefined;
  }
}
