import type { TransportAnswer } from '../transport.ts';
import { decompressed } from './decompress.ts';

type RawHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** An answer as `fetch` would give it: with its body uncompressed, and with Headers. */
export function toAnswer(status: number, raw: RawHeaders, body: AsyncIterable<Uint8Array>): TransportAnswer {
  let made: Headers | undefined;
  return {
    status,
    // Made when they are asked for, which hardly anybody does: in Node, Headers are costly.
    get headers() {
      return (made ??= toHeaders(raw));
    },
    body: decompressed([raw['content-encoding'] ?? []].flat().join(), body),
  };
}

function toHeaders(raw: RawHeaders): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(raw)) for (const value of [values ?? []].flat()) append(headers, name, value);
  return headers;
}

/** What Headers refuse, such as a character of more than one byte, is in no header that is read here. */
function append(headers: Headers, name: string, value: string): void {
  try {
    headers.append(name, value);
  } catch {
    // Left out.
  }
}
