import { type FinAuth, outcomeOf } from '@finauth-sdk/signing';
import { checkOptions } from './checkOptions.ts';
import { createHandler, type Handler, type HandlerOptions } from './createHandler.ts';
import { type Decision, tokenKey, type TokenStore, UnknownTokenError } from './tokenStore.ts';

/** The header in which the app sends its token. */
const HEADER = 'biz-token';

/** How long a phone that asks again gets the same decision. */
const REPEAT_MS = 600_000;

/**
 * Whom you expect in front of the phone. All of it comes from your server, and none of it from the phone.
 *
 * @experimental A preview, like the operation that it calls.
 */
export type VerdictRequest = Omit<Parameters<FinAuth['verify']>[0], 'biz_token' | 'uuid'> & {
  /** Who the user is: the `uuid` with which the token was minted. */
  readonly uuid: string;
};

/**
 * What `createVerifyHandler` works with: all but `onError` is required.
 *
 * @experimental A preview, like the operation that it calls.
 */
export interface VerifyHandlerOptions extends HandlerOptions<VerdictRequest> {
  /** The client that makes the call. */
  readonly finauth: Pick<FinAuth, 'verify'>;
  /** The store of `createTokenHandler`, which knows which user a token belongs to. */
  readonly store: TokenStore;
  /**
   * Stores the decision on your server, since what the app claims does not count. The phone is answered afterwards, and with a problem if this fails. It may be
   * called more than once for a decision, with the same `requestId`: for each request.
   */
  readonly onDecision: (decided: Decided, request: Request) => void | Promise<void>;
}

/**
 * A decision, and the user it is about.
 *
 * @experimental A preview, like the operation whose answer it reads.
 */
export type Decided = Decision & { readonly uuid: string };

/**
 * The endpoint that your app calls when the phone has ended: a POST with its token in the header `biz-token`.
 *
 * It answers with a decision, `{ passed, tellUser, tryAgain }`, and with nothing else from FinAuth's response; or with `application/problem+json`
 * (RFC 9457). It fails
 * closed: only a listed pass passes, and a token that this user did not get from `createTokenHandler` is not verified.
 *
 * @throws {FinAuthConfigError} for invalid options.
 * @experimental A preview, like the operation that it calls.
 */
export function createVerifyHandler(options: VerifyHandlerOptions): Handler {
  checkOptions(options, ['finauth', 'authorize', 'store', 'onDecision'], ['onError']);
  const { finauth, store, onDecision } = options;

  async function decide(expected: Omit<VerdictRequest, 'uuid'>, biz_token: string, key: string): Promise<Decision> {
    const known = await store.recall(key);
    if (known === undefined) throw new UnknownTokenError();
    if (known.decision !== undefined) return known.decision;
    const answer = await finauth.verify({ ...expected, biz_token } as Parameters<FinAuth['verify']>[0]);
    const decision: Decision = { outcome: outcomeOf(answer), requestId: answer.request_id ?? undefined };
    await store.remember(key, { decision }, REPEAT_MS);
    return decision;
  }

  return createHandler(options, async ({ uuid, ...expected }, request) => {
    const biz_token = request.headers.get(HEADER) ?? '';
    const key = tokenKey(uuid, biz_token);
    // A call uses the token up. So once begun it goes on when the phone has gone, and its decision waits for a phone that asks again.
    const decision = await store.share(`verify ${key}`, new AbortController().signal, () => decide(expected, biz_token, key));
    await onDecision({ ...decision, uuid }, request);
    const { passed, tellUser, tryAgain } = decision.outcome;
    return { passed, tellUser, tryAgain };
  });
}
