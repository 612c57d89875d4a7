import type { OutcomeName } from '../generated/outcomes.ts';

/** The state of a token: minted; on a phone that has started; used by a phone that has ended; verified by a call; or expired before that. */
export type TokenState = 'minted' | 'on the phone' | 'used' | 'verified' | 'expired';

/** A token that the sandbox has issued. */
export interface IssuedToken {
  /** The token itself. */
  readonly token: string;
  /** The operation that issued it. */
  readonly operation: string;
  /** The field of the response that contained the token. */
  readonly field: string;
  /** The number, in `requests`, of the call that it was issued to. */
  readonly request: number;
  /** The fields of that call, without those of the signature and without files. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** When it was given, by the sandbox's clock. */
  readonly issuedAt: Date;
  /** When its time is over, by the sandbox's clock. How long a token lasts is in the spec. */
  readonly expiresAt: Date;
  /** Whether it has expired by the sandbox's clock. */
  readonly expired: boolean;
  /** The number, in `requests`, of the call that used it up, if one has. */
  readonly usedBy?: number;
  /** When a phone started with it, if one has. */
  readonly startedAt?: Date;
  /** What the phone ended with, if it has. */
  readonly outcome?: OutcomeName;
  /** Where it stands in its life. */
  readonly state: TokenState;
}

/** The tokens that the sandbox has issued: the latest ten thousand, or fewer if their fields exceed eight million characters in total. */
export interface IssuedTokens extends Iterable<IssuedToken> {
  /** Looks up a token; undefined if the sandbox has not issued it. */
  get(token: string): IssuedToken | undefined;
  /** Whether the sandbox issued the token, it has not expired, and no call has used it up. */
  isValid(token: string): boolean;
  /** How many are kept. */
  readonly size: number;
}

export interface TokenStore extends IssuedTokens {
  add(token: NewToken): void;
  /** Uses a token up, if there is one. */
  use(token: string, request: number): void;
  /** Notes what a phone has done with a token, if there is one. */
  note(token: string, of: Pick<IssuedToken, 'startedAt' | 'outcome'>): void;
}

export type NewToken = Omit<IssuedToken, 'expired' | 'state' | 'usedBy' | 'startedAt' | 'outcome'>;

type KeptToken = Omit<IssuedToken, 'expired' | 'state'>;

const CAPACITY = 10_000;
const CHARACTERS = 8_000_000;

/** `onChange` is told of each token that is new or has another state. */
export function createTokenStore(
  now: () => number,
  capacity: number = CAPACITY,
  characters: number = CHARACTERS,
  onChange: (token: IssuedToken) => void = () => {},
): TokenStore {
  const tokens = new Map<string, KeptToken>();
  const lengths = new Map<string, number>();
  let held = 0;
  const seenNow = (token: KeptToken): IssuedToken => {
    const expired = now() >= token.expiresAt.getTime();
    return { ...token, expired, state: stateOf(token, expired) };
  };
  const change = (text: string, changes: Partial<KeptToken>): void => {
    const token = tokens.get(text);
    if (token === undefined) return;
    const changed = { ...token, ...changes };
    tokens.set(text, changed);
    onChange(seenNow(changed));
  };
  const get = (text: string): IssuedToken | undefined => {
    const token = tokens.get(text);
    return token && seenNow(token);
  };
  return {
    get,
    isValid(text) {
      const { expired, usedBy } = get(text) ?? {};
      return expired === false && usedBy === undefined;
    },
    use: (text, request) => change(text, { usedBy: request }),
    note: change,
    get size() {
      return tokens.size;
    },
    *[Symbol.iterator]() {
      for (const token of tokens.values()) yield seenNow(token);
    },
    add(token) {
      const length = JSON.stringify(token.fields).length;
      for (const [oldest, its] of lengths) {
        if (tokens.size < capacity && held + length <= characters) break;
        tokens.delete(oldest);
        lengths.delete(oldest);
        held -= its;
      }
      tokens.set(token.token, token);
      lengths.set(token.token, length);
      held += length;
      onChange(seenNow(token));
    },
  };
}

function stateOf({ usedBy, outcome, startedAt }: KeptToken, expired: boolean): TokenState {
  if (usedBy !== undefined) return 'verified';
  if (expired) return 'expired';
  if (outcome !== undefined) return 'used';
  return startedAt === undefined ? 'minted' : 'on the phone';
}
