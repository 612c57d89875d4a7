import type { Transport } from '../transport.ts';

/** The transport over a `fetch`: the runtime's own, or one that was given. */
export function fetchTransport(fetch: typeof globalThis.fetch): Transport {
  return async ({ url, method, headers, body, signal }) => {
    const response = await fetch(url, { method, headers, body: body as BodyInit, redirect: 'manual', signal: signal ?? null });
    return { status: response.status, headers: response.headers, body: chunksOf(response.body) };
  };
}

/** Not every runtime can loop over a stream itself. */
async function* chunksOf(stream: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array, void> {
  if (stream === null) return;
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
    if (!ended) reader.cancel().catch(() => {});
  }
}
