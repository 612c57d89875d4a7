import { outcomes, type OutcomeName, usualOutcome } from '../generated/outcomes.ts';
import type { TokenStore } from './issuedTokens.ts';

/** What the phone's SDK reports to the app when it ends. */
export interface PhoneEnd {
  /** A verification makes sense only after the code that says that the data has arrived. */
  readonly code: number;
  /** The message of the result that a verification gets. */
  readonly outcome: OutcomeName;
}

/** The phone with the FaceLiveStill SDK: what it does with a token. */
export interface Phone {
  /**
   * Starts with a token. Optional.
   *
   * @throws {Error} for a token that the sandbox has not issued, that has expired, or that a phone has already ended with.
   */
  start(token: string): void;
  /**
   * Ends with a token: with a pass, unless `outcome` says otherwise. A verification of the token then gets that result.
   *
   * @throws {Error} for a token that the sandbox has not issued, that has expired, or that a phone has already ended with.
   * @throws {TypeError} for an unknown outcome.
   */
  complete(token: string, options?: { readonly outcome?: OutcomeName }): PhoneEnd;
}

export function createPhone(tokens: TokenStore, now: () => number): Phone {
  const refuseUnfit = (token: string): void => {
    const found = tokens.get(token);
    if (found === undefined) throw new Error('The sandbox has not issued this token, or no longer remembers it.');
    if (found.expired) throw new Error(`The token expired at ${found.expiresAt.toISOString()}.`);
    if (found.outcome !== undefined || found.usedBy !== undefined)
      throw new Error('A phone has already ended with this token. It is good for one verification.');
  };
  return {
    start(token) {
      refuseUnfit(token);
      tokens.note(token, { startedAt: new Date(now()) });
    },
    complete(token, { outcome = usualOutcome } = {}) {
      if (!Object.hasOwn(outcomes, outcome)) throw new TypeError(`outcome must be one of ${Object.keys(outcomes).join(', ')}`);
      refuseUnfit(token);
      tokens.note(token, { startedAt: tokens.get(token)!.startedAt ?? new Date(now()), outcome });
      return { code: outcomes[outcome].phoneCode, outcome };
    },
  };
}
