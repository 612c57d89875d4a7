import { tokenLifetimes } from '@finauth-sdk/client';
import type { FinAuth } from '@finauth-sdk/signing';
import { checkOptions } from './checkOptions.ts';
import { createHandler, type Handler, type HandlerOptions, tell } from './createHandler.ts';
import { memoryStore } from './memoryStore.ts';
import { type Allowance, tokenKey, TokenLimitError, type TokenStore } from './tokenStore.ts';

/** What the token is for. All of it comes from your server, and none of it from the phone. */
export type TokenRequest = Parameters<FinAuth['getBizToken']>[0] & {
  /** Who the user is: your own ID, preferably an opaque one. Limits are counted per `uuid`. */
  readonly uuid: string;
};

/** What `createTokenHandler` works with: `finauth` and `authorize` are required. */
export interface TokenHandlerOptions extends HandlerOptions<TokenRequest> {
  /** The client that makes the call. */
  readonly finauth: Pick<FinAuth, 'getBizToken'>;
  /** How many tokens one user may get in a period of time; false for no limit. Default: 5 in 10 minutes. */
  readonly limit?: Allowance | false;
  /** Counts tokens per user, shares calls, and remembers the owner of each token. Default: in this process's memory, for 100,000 users. */
  readonly store?: TokenStore;
  /** How long a token is valid, in seconds, if FinAuth has configured another time for your account. Default: 3,600. */
  readonly lifetimeSeconds?: number;
  /** Called for each token that a phone gets, for your log. `requestId` is FinAuth's ID of the call. */
  readonly onToken?: (minted: { readonly requestId: string }, request: Request) => void;
}

/**
 * The endpoint that your app calls for a token: a function from a Request to a Response, for any framework that supports these. It reads no body.
 *
 * It answers with `{ biz_token, expires_in }`, or with `application/problem+json` (RFC 9457) whose `code` says what the app can do.
 *
 * @throws {FinAuthConfigError} for invalid options.
 */
export function createTokenHandler(options: TokenHandlerOptions): Handler {
  checkOptions(options, ['finauth', 'authorize'], ['limit', 'store', 'lifetimeSeconds', 'onToken', 'onError']);
  const { finauth, store = memoryStore(), onToken } = options;
  const { limit = { tokens: 5, windowMs: 600_000 }, lifetimeSeconds = tokenLifetimes.getBizToken.biz_token } = options;

  async function mint(wanted: TokenRequest, signal: AbortSignal) {
    const waitMs = limit === false ? 0 : await store.take(wanted.uuid, limit);
    if (waitMs > 0) throw new TokenLimitError(waitMs);
    try {
      const { biz_token, request_id } = await finauth.getBizToken(wanted, { signal });
      await store.remember(tokenKey(wanted.uuid, biz_token), {}, lifetimeSeconds * 1000);
      return { biz_token, request_id };
    } catch (error) {
      // A token may have been made for those who hung up; of any other failure nobody has one.
      if (limit !== false && !signal.aborted) await store.giveBack(wanted.uuid);
      throw error;
    }
  }

  return createHandler(options, async (wanted, request) => {
    // What the same user asks for at once is one call. It ends when the last phone that waits for it has gone.
    const { biz_token, request_id } = await store.share(keyOf(wanted), request.signal, (signal) => mint(wanted, signal));
    tell(() => onToken?.({ requestId: request_id }, request));
    return { biz_token, expires_in: lifetimeSeconds };
  });
}

/** Equal for equal requests, in whatever order their fields were written. */
function keyOf(wanted: TokenRequest): string {
  return JSON.stringify(Object.entries(wanted).sort(([a], [b]) => (a < b ? -1 : 1)));
}
