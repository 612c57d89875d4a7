import { FinAuthConfigError } from '../errors.ts';
import { headerText } from '../platform/headerText.ts';
import { settle } from '../events.ts';
import { isObject } from '../rules.ts';
import { encodeUtf8 } from '../platform/textCoders.ts';
import type { TransportAnswer } from '../transport.ts';
import { refuseChain } from './refuseChain.ts';

/** What a `fetch` may have answered with, as far as it is used. Nothing of it is taken for granted: a given `fetch` may be any package's, or a stub. */
type Answered = { readonly [Name in 'status' | 'headers' | 'body' | 'bodyUsed']?: unknown };

type Wrong = (what: string) => FinAuthConfigError;

/**
 * The answer of a `fetch`, of whatever make: its body a web stream, a stream of Node's (node-fetch), anything else that can be looped over, or only there to be had whole.
 *
 * @param source What to call the fetch in a message.
 * @param over Called when the body has been read, or will not be read to its end.
 * @throws {FinAuthConfigError} for what cannot be a Response. The body rejects with it where it cannot be read.
 */
export function toTransportAnswer(response: unknown, source: string, over: (isRead: boolean) => void): TransportAnswer {
  const wrong: Wrong = (what) => new FinAuthConfigError(`${source} must return a Response, and ${what}`);
  if (!isObject(response)) throw wrong(`returned ${response === null ? 'null' : typeof response}`);
  const { status, headers: given, body, bodyUsed } = response as Answered;
  if (typeof status !== 'number') throw wrong('its answer has no status');
  const headers = headersOf(given, wrong);
  return { status, headers, body: chunks() };

  async function* chunks(): AsyncGenerator<Uint8Array, void> {
    let isRead = false;
    try {
      refuseChain(headerText(headers, 'content-encoding') ?? '');
      if (bodyUsed === true || (isObject(body) && (body as Partial<ReadableStream>).locked === true))
        throw wrong('the body of its answer has been read already, or is being read: read a copy there, made with response.clone()');
      for await (const piece of piecesOf(body, response as object, wrong)) {
        const bytes = bytesOf(piece);
        if (bytes === undefined)
          throw wrong(`its body holds ${typeof piece === 'object' ? 'an object' : `a ${typeof piece}`} where bytes or text should be`);
        yield bytes;
      }
      isRead = true;
    } finally {
      // Also of a body that nobody has begun to read: Node's fetch would unpack it all the same.
      if (!isRead && has(body, 'cancel')) cancel(body);
      over(isRead);
    }
  }
}

function headersOf(given: unknown, wrong: Wrong): Headers {
  if (has(given, 'get')) return given as unknown as Headers;
  try {
    return new Headers(given as HeadersInit | undefined);
  } catch {
    throw wrong('the headers of its answer are none');
  }
}

function piecesOf(body: unknown, response: object, wrong: Wrong): AsyncIterable<unknown> | Iterable<unknown> {
  if (bytesOf(body) !== undefined) return [body];
  if (has(body, 'getReader')) return read(body as unknown as ReadableStream<unknown>);
  if (has(body, Symbol.asyncIterator) || has(body, Symbol.iterator)) return body as unknown as AsyncIterable<unknown>;
  return whole([body, response], wrong);
}

function has<Name extends PropertyKey>(value: unknown, method: Name): value is Record<Name, () => Promise<unknown>> {
  return isObject(value) && typeof (value as Record<PropertyKey, unknown>)[method] === 'function';
}

/** Not every runtime can loop over a stream itself. */
async function* read(stream: ReadableStream<unknown>): AsyncGenerator<unknown, void> {
  const reader = stream.getReader();
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
    if (!ended) cancel(reader);
  }
}

/** One of another make may throw, or return nothing. */
function cancel(stream: { cancel(): unknown }): void {
  try {
    settle(stream.cancel());
  } catch {
    // It is not wanted any more.
  }
}

/** What has no stream, such as a polyfill's answer, is read in one piece. */
async function* whole(sources: readonly unknown[], wrong: Wrong): AsyncGenerator<unknown, void> {
  for (const source of sources) {
    if (has(source, 'arrayBuffer')) return yield await source.arrayBuffer();
    if (has(source, 'text')) return yield await source.text();
    if (has(source, 'blob')) return yield* whole([await source.blob()], wrong);
  }
  // An answer without a body, such as one with status 204, has none of them only where it is no Response.
  throw wrong(
    'the body of its answer cannot be read: it has no stream, and neither arrayBuffer() nor text(). A stub can return new Response(text)',
  );
}

function bytesOf(piece: unknown): Uint8Array | undefined {
  if (typeof piece === 'string') return encodeUtf8(piece);
  if (ArrayBuffer.isView(piece)) return new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength);
  // Of another realm too, as in Jest.
  return /^\[object (?:Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(piece))
    ? new Uint8Array(piece as ArrayBuffer)
    : undefined;
}
