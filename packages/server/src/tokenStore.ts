import { FinAuthError } from '@finauth-sdk/signing';

/** How many tokens one user may have. */
export interface Allowance {
  readonly tokens: number;
  /** In how long, in milliseconds, from the first of them on. */
  readonly windowMs: number;
}

/** What a call for a token came to. */
export interface MintedToken {
  readonly biz_token: string;
  readonly request_id: string;
}

/**
 * What the requests of one user have to know of each other. `memoryStore` keeps it for one process; one that several servers share fits in the same place. A
 * `biz_token` in it is a secret for as long as it is good.
 */
export interface TokenStore {
  /** Takes one token of the user's allowance. Returns 0, or the milliseconds until there is one again. */
  take(user: string, allowance: Allowance): Promise<number>;
  /** Gives one back, since the call failed. */
  giveBack(user: string): Promise<void>;
  /**
   * Does the work once for all who ask for the same key while it is done, and gives its outcome to each. Rejects with the reason of `signal` for who has gone,
   * without beginning any work if that was before. The work's own signal is aborted when the last of them has gone, and only then.
   */
  share(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<MintedToken>): Promise<MintedToken>;
}

/** The user has had as many tokens as `limit` allows. */
export class TokenLimitError extends FinAuthError {
  static override readonly kind: string = 'TokenLimitError';
  declare readonly code: 'ERR_TOKEN_LIMIT';
  /** How long until the user may have another one, in milliseconds. */
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number) {
    super('The user has had as many tokens as the option limit allows', { code: 'ERR_TOKEN_LIMIT', retry: 'later' });
    this.retryAfterMs = retryAfterMs;
  }
}
