import { withLazyHeaders } from '../answer/lazyHeaders.ts';
import type { TransportAnswer } from '../transport.ts';
import { unpacked } from './unpacked.ts';

/** A header as it came: its name and its value. */
export type RawHeader = readonly [name: string, value: string];

/**
 * An answer as `fetch` would give it: with its body uncompressed, and with Headers.
 *
 * @param encodings The value of content-encoding, empty for none.
 * @param maxBytes How many bytes are wanted at most, of each step of unpacking.
 * @param readHeaders Called when the Headers are asked for, which is hardly ever.
 */
export function toAnswer(
  status: number,
  encodings: string,
  readHeaders: () => readonly RawHeader[],
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): TransportAnswer {
  let made: Headers | undefined;
  return withLazyHeaders({ status, body: unpacked(encodings, body, maxBytes) }, () => (made ??= toHeaders(readHeaders())));
}

function toHeaders(raw: readonly RawHeader[]): Headers {
  const headers = new Headers();
  for (const [name, value] of raw) append(headers, name, value);
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
