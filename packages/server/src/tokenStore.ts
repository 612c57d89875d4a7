import { FinAuthError, type Outcome } from '@finauth-sdk/signing';

/** How many tokens one user may have. */
export interface Allowance {
  /** How many, as a whole number. */
  readonly tokens: number;
  /** The length of the window, in milliseconds, counted from the first token. */
  readonly windowMs: number;
}

/**
 * What FinAuth's response for a token means.
 *
 * @experimental A preview, like the operation whose answer it reads.
 */
export interface Decision {
  /** What the result means, as `outcomeOf` reads it. */
  readonly outcome: Outcome;
  /** FinAuth's ID of the call. */
  readonly requestId: string | undefined;
}

/** What is known about a user's token: that it was minted, and what was decided. */
export interface KnownToken {
  /** What was decided. Missing until the token has been verified. */
  readonly decision?: Decision;
}

/**
 * The state that a user's requests share, as JSON. `memoryStore` keeps it for one process; a store that several servers share can take its place. A
 * `biz_token` in it is a secret for as long as it is valid, and keys contain it too: hash them where others can read them.
 */
export interface TokenStore {
  /** Takes one token of the user's allowance. Returns 0, or the milliseconds until the next one is available. */
  take(user: string, allowance: Allowance): Promise<number>;
  /** Gives one back after a failed call. */
  giveBack(user: string): Promise<void>;
  /**
   * Does the work once for all callers with the same key while it runs, and gives each the outcome. Rejects with the reason of `signal` for a caller
   * that has disconnected, without starting any work if it disconnected before. The work's own signal is aborted only when the last caller has
   * disconnected.
   */
  share<Result extends object>(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
  /** Stores this about a token for that time, replacing what was stored. */
  remember(key: string, known: KnownToken, forMs: number): Promise<void>;
  /** What is stored about a token. Undefined if it is not this user's, has expired, or was evicted. */
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

/** The token is not known as this user's: it is another user's, has expired, or is not a token. */
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
