import type { Credentials } from '@finauth-sdk/signing';

/** What the checks have found so far. Each adds to it what those after it need. */
export interface Findings {
  readonly env: NodeJS.ProcessEnv;
  readonly apiSecret: string | undefined;
  readonly livenessId: string | undefined;
  /** What asked for a call with it, to be told to who did not expect one. */
  readonly sceneFrom: string;
  /** Of the Redis or Valkey that is to keep a shared limit. */
  readonly redisUrl?: URL | undefined;
  readonly timeoutMs: number;
  credentials?: Credentials;
  /** Where to call; absent until it is known to make sense. */
  url?: URL;
  /** The environment's proxy, if calls go through it, and the variable that names it. */
  proxy?: { readonly variable: string; readonly url: URL };
  /** Whether the proxy lets nothing through. */
  blocked?: boolean;
  /** Whether the last step on the way to the server was open. */
  reachable?: boolean;
  /** How far the server's clock is ahead of this machine's, in milliseconds. */
  clockOffsetMs?: number;
}
