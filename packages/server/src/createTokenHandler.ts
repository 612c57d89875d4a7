import { tokenLifetimes } from '@finauth-sdk/client';
import type { FinAuth } from '@finauth-sdk/signing';
import { checkOptions, checkTokenRequest } from './checkOptions.ts';
import { memoryStore } from './memoryStore.ts';
import { problem, toHttpError } from './toHttpError.ts';
import { type Allowance, TokenLimitError, type TokenStore } from './tokenStore.ts';

/** What the token is for. All of it is said by your server, and none of it by the phone. */
export type TokenRequest = Parameters<FinAuth['getBizToken']>[0] & {
  /** Who the user is: your own ID, and better an opaque one. Limits are counted by it. */
  readonly uuid: string;
};

export interface TokenHandlerOptions {
  /** What makes the call. */
  readonly finauth: Pick<FinAuth, 'getBizToken'>;
  /** Says who the user is and what the token is for, by your own session; or refuses, by a Response of your own. */
  readonly authorize: (request: Request) => TokenRequest | Response | Promise<TokenRequest | Response>;
  /** How many tokens one user may have in so long; false for no limit. Default: 5 in 10 minutes. */
  readonly limit?: Allowance | false;
  /** Where users are counted and calls are shared. Default: the memory of this process, for 100,000 users. */
  readonly store?: TokenStore;
  /** How long a token is good for, in seconds, if FinAuth has set another time for your account. Default: 3,600. */
  readonly lifetimeSeconds?: number;
  /** Told of each token that a phone gets, for your log. `requestId` is FinAuth's ID of the call. */
  readonly onToken?: (minted: { readonly requestId: string }, request: Request) => void;
  /** Told why a phone gets no token, which the phone is not. Default: `console.error`. */
  readonly onError?: (error: unknown, request: Request) => void;
}

/**
 * The endpoint that your app calls for a token: a function from a Request to a Response, for any framework that has these. It reads no body.
 *
 * It answers with `{ biz_token, expires_in }`, or with `application/problem+json` (RFC 9457) whose `code` says what the app can do.
 *
 * @throws {FinAuthConfigError} for options that cannot work.
 */
export function createTokenHandler(options: TokenHandlerOptions): (request: Request) => Promise<Response> {
  checkOptions(options);
  const { finauth, authorize, store = memoryStore(), onToken, onError = (error) => console.error(error) } = options;
  const { limit = { tokens: 5, windowMs: 600_000 }, lifetimeSeconds = tokenLifetimes.getBizToken.biz_token } = options;

  async function mint(wanted: TokenRequest, signal: AbortSignal) {
    const waitMs = limit === false ? 0 : await store.take(wanted.uuid, limit);
    if (waitMs > 0) throw new TokenLimitError(waitMs);
    try {
      const { biz_token, request_id } = await finauth.getBizToken(wanted, { signal });
      return { biz_token, request_id };
    } catch (error) {
      // A token may have been made for those who hung up; of any other failure nobody has one.
      if (limit !== false && !signal.aborted) await store.giveBack(wanted.uuid);
      throw error;
    }
  }

  return async (request) => {
    try {
      // A GET may come from a prefetch or a preview.
      if (request.method !== 'POST') return problem('method_not_allowed', { allow: 'POST' });
      const wanted = await authorize(request);
      if (isResponse(wanted)) return wanted;
      checkTokenRequest(wanted);
      // What the same user asks for at once is one call. It ends when the last phone that waits for it has gone, and does not begin if that was before.
      const { biz_token, request_id } = await store.share(keyOf(wanted), request.signal, (signal) => mint(wanted, signal));
      tell(() => onToken?.({ requestId: request_id }, request));
      return Response.json({ biz_token, expires_in: lifetimeSeconds }, { headers: { 'cache-control': 'no-store' } });
    } catch (error) {
      // Nobody reads this. The status is what proxies log for it.
      if (request.signal.aborted) return new Response(null, { status: 499 });
      tell(() => onError(error, request));
      const { status, headers, body } = toHttpError(error);
      return new Response(JSON.stringify(body), { status, headers });
    }
  };
}

/** By what it has: a framework's own Response is no instance of the runtime's. */
function isResponse(value: TokenRequest | Response): value is Response {
  return typeof (value as Response | undefined)?.arrayBuffer === 'function';
}

/** Equal for equal requests, in whatever order their fields were written. */
function keyOf(wanted: TokenRequest): string {
  return JSON.stringify(Object.entries(wanted).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A log that fails, at once or later, must cost nobody a token, nor end the process. */
function tell(listener: () => void): void {
  new Promise((resolve) => resolve(listener())).catch(() => {});
}
