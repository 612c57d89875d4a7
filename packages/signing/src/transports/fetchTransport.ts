import { FinAuthConfigError } from '../errors.ts';
import { ownController } from '../time/ownController.ts';
import { runtimeHas } from '../platform/runtimeHas.ts';
import type { Transport } from '../transport.ts';
import { toTransportAnswer } from './responseAnswer.ts';

const SPARING = { redirect: 'error', window: null } as const;
const CAREFUL = { redirect: 'manual' } as const;
// A framework may put a `fetch` that caches in place of the runtime's: Next.js 13 and 14 write answers to disk, with the token in them.
const UNCACHED = { cache: 'no-store' } as const;

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
  let caching: typeof UNCACHED | undefined | false;
  return async ({ url, method, headers, body, signal }) => {
    const how = spares ? SPARING : CAREFUL;
    caching ??= knowsCache() && UNCACHED;
    const follower = given === undefined ? undefined : follow(signal);
    const init = { method, headers, body: body as BodyInit, signal: follower?.signal ?? signal ?? null, ...how, ...caching };
    try {
      const response = await fetch(url, init);
      const answer = toTransportAnswer(response, given === undefined ? 'the global fetch' : 'the option fetch', (isRead) =>
        follower?.end(isRead),
      );
      spares = canSpare && !(answer.status >= 300 && answer.status < 400);
      return answer;
    } catch (error) {
      spares = false;
      follower?.end(false);
      throw error;
    }
  };
}

/**
 * A signal that is aborted with another one, or by who follows it. A `fetch` of another make may let go of its connection for nothing else: to
 * node-fetch 2, a body whose reader has left is one that is read slowly.
 */
function follow(signal: AbortSignal | undefined): { readonly signal: AbortSignal; end(isRead: boolean): void } {
  const controller = ownController();
  const onAbort = (): void => controller.abort(signal!.reason);
  if (signal?.aborted) onAbort();
  else signal?.addEventListener('abort', onAbort);
  return {
    signal: controller.signal,
    end(isRead) {
      signal?.removeEventListener('abort', onAbort);
      if (!isRead) controller.abort();
    },
  };
}

const ownFetch: typeof globalThis.fetch = async (input, init) => {
  if ('fetch' in globalThis) return globalThis.fetch(input, init);
  throw new FinAuthConfigError(
    "There is no fetch here, as in Jest's jsdom: give the option transport the nodeTransport() of @finauth-sdk/signing/node, or the option fetch",
  );
};

/** workerd throws for the option where its settings do not have it, and its Request has no such property then. */
function knowsCache(): boolean {
  return typeof Request === 'function' && 'cache' in Request.prototype;
}
