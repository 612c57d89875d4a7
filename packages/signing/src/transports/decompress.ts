import type { Duplex } from 'node:stream';
import type { TransportAnswer } from '../transport.ts';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * The answer with its body uncompressed, as `fetch` would give it. These transports ask for no compression; a gateway may compress all the same.
 * Output comes as soon as there is any, and stops with what was asked for, so that a bomb ends at the reader's bound.
 */
export function decompressed(status: number, headers: Headers, body: AsyncIterable<Uint8Array>): TransportAnswer {
  const encodings = [headers['content-encoding'] ?? []].flat().join().toLowerCase();
  return {
    status,
    headers,
    body:
      encodings === ''
        ? body
        : decompress(
            body,
            encodings
              .split(',')
              .map((name) => name.trim())
              .toReversed(),
          ),
  };
}

async function* decompress(body: AsyncIterable<Uint8Array>, encodings: readonly string[]): AsyncGenerator<Uint8Array, void> {
  // Hardly ever needed, so not loaded before it is.
  const [zlib, { pipeline, Readable }] = await Promise.all([import('node:zlib'), import('node:stream')]);
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
  if (encodings.every((name) => Object.hasOwn(decoders, name))) {
    yield* pipeline([Readable.from(body), ...encodings.map((name) => decoders[name]!())], () => {}) as unknown as AsyncIterable<Uint8Array>;
  } else {
    yield* body;
  }
}
