import { encodeUtf8 } from '../textCoders.ts';
import { FinAuthConfigError } from '../errors.ts';
import { isObject } from '../rules.ts';
import type { TransportAnswer } from '../transport.ts';
import { refuseChain } from './refuseChain.ts';

/** What a `fetch` may have answered with, as far as it is used. Nothing of it is taken for granted: a given `fetch` may be any package's, or a stub. */
type Answered = { readonly [Name in 'status' | 'headers' | 'body' | 'bodyUsed' | 'arrayBuffer' | 'blob' | 'text']?: unknown };

/**
 * The answer of a `fetch`, of whatever make: its body a web stream, a stream of Node's (node-fetch), anything else that can be looped over, or only there to be had whole.
 *
 * @param source What to call the fetch in a message.
 * @param over Called when the body has been read, or will not be read to its end.
 * @throws {FinAuthConfigError} for what cannot be a Response. The body rejects with it where it cannot be read.
 */
export function toTransportAnswer(response: unknown, source: string, over: (isRead: boolean) => void): TransportAnswer {
  const wrong = (complaint: string): FinAuthConfigError => new FinAuthConfigError(`${source} ${complaint}`);
  if (!isObject(response)) throw wrong(`must return a Response, and returned ${response === null ? 'null' : typeof response}`);
  const answered = response as Answered;
  const { status } = answered;
  if (typeof status !== 'number') throw wrong('must return a Response, and its answer has no status');
  const headers = headersOf(answered, wrong);
  return { status, headers, body: chunksOf(answered, headers, wrong, over) };
}

type Wrong = (complaint: string) => FinAuthConfigError;

function headersOf({ headers }: Answered, wrong: Wrong): Headers {
  if (typeof (headers as Partial<Headers> | undefined)?.get === 'function') return headers as Headers;
  try {
    return new Headers(headers as HeadersInit | undefined);
  } catch {
    throw wrong('must return a Response, and the headers of its answer are none');
  }
}

async function* chunksOf(
  answered: Answered,
  headers: Headers,
  wrong: Wrong,
  over: (isRead: boolean) => void,
): AsyncGenerator<Uint8Array, void> {
  let isRead = false;
  try {
    refuseChain(headers.get('content-encoding') ?? '');
    if (answered.bodyUsed === true)
      throw wrong('returned a Response whose body has been read already: read a copy instead, made with response.clone()');
    for await (const chunk of piecesOf(answered, answered.body, wrong)) {
      const bytes = bytesOf(chunk);
      if (bytes === undefined) throw wrong(`returned a body that holds ${describe(chunk)} where bytes or text should be`);
      yield bytes;
    }
    isRead = true;
  } finally {
    // Also of a body that nobody has begun to read: Node's fetch would unpack it all the same.
    if (!isRead && has(answered.body, 'cancel')) void (answered.body as ReadableStream).cancel().catch(() => {});
    over(isRead);
  }
}

function piecesOf(answered: Answered, body: unknown, wrong: Wrong): AsyncIterable<unknown> | Iterable<unknown> {
  if (body === undefined || body === null) return whole(answered, wrong);
  if (bytesOf(body) !== undefined) return [body];
  if (has(body, 'getReader')) return read(body as unknown as ReadableStream<unknown>, wrong);
  if (has(body, Symbol.asyncIterator) || has(body, Symbol.iterator)) return body as AsyncIterable<unknown>;
  if (has(body, 'arrayBuffer')) return whole(body as Answered, wrong);
  return whole(answered, wrong);
}

function has(value: unknown, method: PropertyKey): boolean {
  return isObject(value) && typeof (value as Record<PropertyKey, unknown>)[method] === 'function';
}

/** Not every runtime can loop over a stream itself. */
async function* read(stream: ReadableStream<unknown>, wrong: Wrong): AsyncGenerator<unknown, void> {
  let reader: ReadableStreamDefaultReader<unknown>;
  try {
    reader = stream.getReader();
  } catch {
    throw wrong('returned a Response whose body somebody else is reading: read a copy instead, made with response.clone()');
  }
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      ended = done;
      if (done) return;
      yield value;
    }
  } finally {
    // Not awaited: a server that never ends must not keep us.
    if (!ended) reader.cancel().catch(() => {});
  }
}

/** What has no stream, such as a polyfill's answer, is read in one piece. */
async function* whole(answered: Answered, wrong: Wrong): AsyncGenerator<unknown, void> {
  for (const method of ['arrayBuffer', 'blob', 'text'] as const) {
    if (!has(answered, method)) continue;
    const value = await (answered as Record<typeof method, () => Promise<unknown>>)[method]();
    yield method === 'blob' && has(value, 'arrayBuffer') ? await (value as Blob).arrayBuffer() : value;
    return;
  }
  // An answer without a body, such as one with status 204, has none of them only where it is no Response.
  throw wrong(
    'returned an answer whose body cannot be read: it has no stream, and neither arrayBuffer() nor blob() nor text(). A stub can return new Response(text)',
  );
}

function bytesOf(chunk: unknown): Uint8Array | undefined {
  if (chunk instanceof Uint8Array) return chunk;
  if (typeof chunk === 'string') return encodeUtf8(chunk);
  // Of another realm too, as in Jest.
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  if (/^\[object (?:Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(chunk))) return new Uint8Array(chunk as ArrayBuffer);
  return undefined;
}

function describe(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
