import type { KnownToken, TokenStore } from './tokenStore.ts';

/** How much one process remembers, and by which clock. */
export interface MemoryStoreOptions {
  /**
   * How many users are remembered, and how many tokens. Beyond it, the oldest entries are forgotten: the user then has a full allowance again, and
   * the token is not verified. Default: 100,000.
   */
  readonly maxUsers?: number;
  /**
   * False to make one call per request: needed where a request must not wait for work that another one has started, as in Cloudflare Workers. Default: true.
   */
  readonly shareCalls?: boolean;
  /** A clock that never goes back, in milliseconds. Default: `performance.now()`. */
  readonly now?: () => number;
}

/** The store for one process. It has no timers: expired entries are removed when new ones are added. */
export function memoryStore({
  maxUsers = 100_000,
  shareCalls = true,
  now = () => performance.now(),
}: MemoryStoreOptions = {}): TokenStore & {
  /** How many users, tokens and shared calls it holds. */
  readonly size: { readonly users: number; readonly tokens: number; readonly calls: number };
} {
  // In the order in which they came.
  const windows = new Map<string, { taken: number; readonly endsAt: number }>();
  const known = new Map<string, { readonly token: KnownToken; readonly endsAt: number }>();
  const calls = new Map<string, SharedCall<any>>();

  /** Adds an entry as the last one. What is over goes, and as many of the first as have to. */
  function add<Entry extends { readonly endsAt: number }>(entries: Map<string, Entry>, key: string, entry: Entry): Entry {
    entries.delete(key);
    for (const [first, { endsAt }] of entries) {
      if (endsAt > now() && entries.size < maxUsers) break;
      entries.delete(first);
    }
    entries.set(key, entry);
    return entry;
  }

  return {
    get size() {
      return { users: windows.size, tokens: known.size, calls: calls.size };
    },
    take: async (user, { tokens, windowMs }) => {
      const at = now();
      let window = windows.get(user);
      if (window === undefined || window.endsAt <= at) window = add(windows, user, { taken: 0, endsAt: at + windowMs });
      if (window.taken >= tokens) return window.endsAt - at;
      window.taken++;
      return 0;
    },
    giveBack: async (user) => {
      const window = windows.get(user);
      if (window !== undefined && window.taken > 0) window.taken--;
    },
    share: async (key, signal, work) => {
      signal.throwIfAborted();
      if (!shareCalls) return await work(signal);
      let call = calls.get(key);
      if (call === undefined) {
        const begun = beginCall(work, () => {
          if (calls.get(key) === begun) calls.delete(key);
        });
        calls.set(key, (call = begun));
      }
      return await call.join(signal);
    },
    remember: async (key, token, forMs) => void add(known, key, { token, endsAt: now() + forMs }),
    recall: async (key) => {
      const entry = known.get(key);
      return entry !== undefined && entry.endsAt > now() ? entry.token : undefined;
    },
  };
}

interface SharedCall<Result> {
  join(signal: AbortSignal): Promise<Result>;
}

/**
 * Begins a call that several wait for. `onEnd` is called when it has ended, and already when the last one leaves, so that nobody joins what is being
 * aborted.
 */
function beginCall<Result>(work: (signal: AbortSignal) => Promise<Result>, onEnd: () => void): SharedCall<Result> {
  const abandoned = new AbortController();
  const outcome = work(abandoned.signal).finally(onEnd);
  let waiting = 0;
  return {
    join: (signal) => {
      waiting++;
      return new Promise((resolve, reject) => {
        const leave = (): void => {
          reject(signal.reason);
          if (--waiting > 0) return;
          onEnd();
          abandoned.abort(signal.reason);
        };
        signal.addEventListener('abort', leave, { once: true });
        outcome.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
      });
    },
  };
}
