import { FinAuthConfigError } from '../errors.ts';
import { runtimeHas } from '../runtimeHas.ts';
import type { Transport } from '../transport.ts';

const SPARING = { redirect: 'error', window: null } as const;
const CAREFUL = { redirect: 'manual' } as const;

/**
 * The transport over a `fetch`: one that was given, or the runtime's own.
 *
 * Node's fetch copies every body in case of a redirect or of a login, which is a fourth of what a call costs. It does not where a redirect is an error and
 * there is no window to ask in. But such an error does not say which redirect it was, or that it was one. So what follows a failure is sent with the copy,
 * and shows the redirect, if there is one.
 */
export function fetchTransport(given?: typeof globalThis.fetch): Transport {
  // Looked up with each call: merely to touch `fetch` makes Node load it, which costs a server's start 20 ms.
  const fetch = given ?? ownFetch;
  const canSpare = given === undefined && runtimeHas('undici');
  let spares = canSpare;
  return async ({ url, method, headers, body, signal }) => {
    const how = spares ? SPARING : CAREFUL;
    try {
      const response = await fetch(url, { method, headers, body: body as BodyInit, signal: signal ?? null, ...how });
      spares = canSpare && !(response.status >= 300 && response.status < 400);
      return { status: response.status, headers: response.headers, body: chunksOf(response.body) };
    } catch (error) {
      spares = false;
      throw error;
    }
  };
}

const ownFetch: typeof globalThis.fetch = async (input, init) => {
  if ('fetch' in globalThis) return globalThis.fetch(input, init);
  throw new FinAuthConfigError(
    "There is no fetch here, as in Jest's jsdom: give the option transport the nodeTransport() of @finauth-sdk/signing/node, or the option fetch",
  );
};

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
