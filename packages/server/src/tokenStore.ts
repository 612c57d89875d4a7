import { FinAuthError, type Outcome } from '@finauth-sdk/signing';

/** How many tokens one user may have. */
export interface Allowance {
  /** How many, as a whole number. */
  readonly tokens: number;
  /** In how long, in milliseconds, from the first of them on. */
  readonly windowMs: number;
}

/**
 * What FinAuth's answer to a token means.
 *
 * @experimental A preview, as the operation is whose answer it reads.
 */
export interface Decision {
  /** What the result means, as `outcomeOf` reads it. */
  readonly outcome: Outcome;
  /** FinAuth's ID of the call. */
  readonly requestId: string | undefined;
}

/** What is known of a token of a user: that it was minted, and what was decided. */
export interface KnownToken {
  /** What was decided. Missing until the token has been verified. */
  readonly decision?: Decision;
}

/**
 * What the requests of one user have to know of each other, as JSON can hold it. `memoryStore` keeps it for one process; one that several servers share fits in the
 * same place. A `biz_token` in it is a secret for as long as it is good, and keys hold it too: hash them where others can read them.
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
  share<Result extends object>(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
  /** Remembers this of a token for so long, in place of what it remembered. */
  remember(key: string, known: KnownToken, forMs: number): Promise<void>;
  /** What is remembered of a token. Undefined if it is none of this user's, its time is over, or it had to make room. */
  recall(key: string): Promise<KnownToken | undefined>;
}

/** By which a token is remembered: it is known as that user's alone. */
export function tokenKey(user: string, bizToken: string): string {
  return JSON.stringify([user, bizToken]);
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

/** The token is not known as one that this user got: it is another user's, too old, or none. */
export class UnknownTokenError extends FinAuthError {
  static override readonly kind: string = 'UnknownTokenError';
  declare readonly code: 'ERR_UNKNOWN_TOKEN';

  constructor() {
    super('The store knows no such token of this user: it is too old, another user’s or none, or the two handlers have different stores', {
      code: 'ERR_UNKNOWN_TOKEN',
      retry: 'never',
    });
  }
}
