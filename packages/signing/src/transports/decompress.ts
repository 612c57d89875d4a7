import type { Duplex } from 'node:stream';

// As many as `fetch` takes. Each costs memory before a byte of the answer is read.
const MOST_CODINGS = 5;

/**
 * A body uncompressed. These transports ask for no compression; a gateway may compress all the same.
 * Output comes as soon as there is any, and stops with what was asked for, so that a bomb ends at the reader's bound.
 */
export function decompressed(encodings: string, body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (encodings === '') return body;
  const names = encodings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  return decompress(body, names.toReversed());
}

async function* decompress(body: AsyncIterable<Uint8Array>, encodings: readonly string[]): AsyncGenerator<Uint8Array, void> {
  // Hardly ever needed, so not loaded before it is.
  const zlib = process.getBuiltinModule('node:zlib');
  const { pipeline, Readable } = process.getBuiltinModule('node:stream');
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;
  // What is cut off comes as far as it goes; whether that is an answer is not judged here.
  const inflating = { flush: Z_SYNC_FLUSH, finishFlush: Z_SYNC_FLUSH };
  const decoders: Readonly<Record<string, () => Duplex>> = {
    gzip: () => zlib.createGunzip(inflating),
    'x-gzip': () => zlib.createGunzip(inflating),
    deflate: () => zlib.createInflate(inflating),
    br: () => zlib.createBrotliDecompress({ flush: BROTLI_OPERATION_FLUSH, finishFlush: BROTLI_OPERATION_FLUSH }),
  };
  // An encoding that nobody knows is left as it is: it makes no JSON.
  if (encodings.length > MOST_CODINGS || !encodings.every((name) => Object.hasOwn(decoders, name))) return yield* body;

  let lost: { readonly reason: unknown } | undefined;
  async function* received(): AsyncGenerator<Uint8Array, void> {
    try {
      yield* body;
    } catch (reason) {
      lost = { reason };
      throw reason;
    }
  }
  try {
    yield* pipeline(
      [Readable.from(received()), ...encodings.map((name) => decoders[name]!())],
      () => {},
    ) as unknown as AsyncIterable<Uint8Array>;
  } catch {
    // What came whole, and is not what its encoding says, is an answer all the same, though a wrong one. It ends here.
    if (lost !== undefined) throw lost.reason;
  }
}
