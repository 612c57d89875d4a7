import type { BrotliOptions, InputType, ZlibOptions } from 'node:zlib';
import { readBody } from '../answer/readBody.ts';
import { refuseChain } from './refuseChain.ts';

type Zlib = typeof import('node:zlib');
type Unpack = (bytes: InputType, options: ZlibOptions & BrotliOptions, done: (error: Error | null, result: Uint8Array) => void) => void;

/**
 * A body uncompressed. These transports ask for no compression; a gateway may compress all the same. An encoding that nobody knows is left as it is, as `fetch` does: it makes no JSON.
 *
 * What came is unpacked whole, and no more than `maxBytes` are made of it. So the work is bounded, and is over when the call is. The body rejects with zlib's
 * own error for what is not compressed as it says, and for what is compressed more than once.
 */
export function unpacked(encoding: string, body: AsyncIterable<Uint8Array>, maxBytes: number): AsyncIterable<Uint8Array> {
  if (encoding === '') return body;
  return unpack(encoding.trim().toLowerCase(), body, maxBytes);
}

async function* unpack(coding: string, body: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array, void> {
  refuseChain(coding);
  // Hardly ever needed, so not loaded before it is.
  const zlib = process.getBuiltinModule('node:zlib');
  if (unpackerOf(zlib, coding, 0) === undefined) return yield* body;
  // Bounded by the connection: it ends a body that is longer than is wanted.
  const bytes = (await readBody(body, Number.POSITIVE_INFINITY))!;
  if (bytes.length === 0) return;
  // Longer than is wanted, which is all that the reader needs to know.
  yield (await unpackWhole(zlib, coding, bytes, maxBytes)) ?? new Uint8Array(maxBytes + 1);
}

/** Undefined where more than `maxBytes` would come of it. What is cut off comes as far as it goes; whether that is an answer is not judged here. */
function unpackWhole(zlib: Zlib, coding: string, bytes: Uint8Array, maxBytes: number): Promise<Uint8Array | undefined> {
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH, ZSTD_e_flush } = zlib.constants;
  const finishFlush = coding === 'br' ? BROTLI_OPERATION_FLUSH : coding === 'zstd' ? ZSTD_e_flush : Z_SYNC_FLUSH;
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
      // Some servers leave out the header that the standard asks for.
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
