import type { MintedToken, TokenStore } from './tokenStore.ts';

export interface MemoryStoreOptions {
  /** How many users are remembered. Beyond it, whoever began longest ago is forgotten, and may have a full allowance again. Default: 100,000. */
  readonly maxUsers?: number;
  /**
   * False to make a call for each request, and share none: where a request must not wait for what another one has begun, as in Cloudflare Workers. Default: true.
   */
  readonly shareCalls?: boolean;
  /** A clock that never goes back, in milliseconds. Default: `performance.now()`. */
  readonly now?: () => number;
}

/** The store for one process. It has no timers: who is no longer to be remembered goes when somebody else comes. */
export function memoryStore({
  maxUsers = 100_000,
  shareCalls = true,
  now = () => performance.now(),
}: MemoryStoreOptions = {}): TokenStore & {
  /** How many users and shared calls it holds. */
  readonly size: { readonly users: number; readonly calls: number };
} {
  /** In the order in which they began. */
  const windows = new Map<string, { taken: number; readonly endsAt: number }>();
  const calls = new Map<string, SharedCall>();

  return {
    get size() {
      return { users: windows.size, calls: calls.size };
    },
    take: async (user, { tokens, windowMs }) => {
      const at = now();
      let window = windows.get(user);
      if (window === undefined || window.endsAt <= at) {
        windows.delete(user);
        for (const [oldest, { endsAt }] of windows) {
          if (endsAt > at && windows.size < maxUsers) break;
          windows.delete(oldest);
        }
        windows.set(user, (window = { taken: 0, endsAt: at + windowMs }));
      }
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
  };
}

interface SharedCall {
  join(signal: AbortSignal): Promise<MintedToken>;
}

/** Begins a call that several wait for. `onEnd` is called when it has ended, and already when the last one leaves, so that nobody joins what is being aborted. */
function beginCall(work: (signal: AbortSignal) => Promise<MintedToken>, onEnd: () => void): SharedCall {
  const abandoned = new AbortController();
  const outcome = work(abandoned.signal).finally(onEnd);
  // Whoever waits hears of it; of who has left, nobody has to.
  outcome.catch(() => {});
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
