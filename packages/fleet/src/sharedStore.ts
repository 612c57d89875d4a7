import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { checkOptions, insist, quietly } from './checkOptions.ts';
import { BEAT_MS, type SharedStoreEvent } from './createLine.ts';
import { createReach } from './createReach.ts';
import { createListener } from './createListener.ts';
import { redisClient, type RedisLike } from './redisClient.ts';
import {
  callKey,
  callScript,
  giveBackScript,
  recallScript,
  rememberScript,
  type Reply,
  takeScript,
  tokenKey,
  userKey,
  type Verb,
} from './tokenProtocol.ts';

/** A `TokenStore` of `@finauth-sdk/server`, where this is defined and described: the `store` of its handlers, and what `memoryStore` returns. */
export interface TokenStoreLike {
  take(user: string, allowance: { readonly tokens: number; readonly windowMs: number }): Promise<number>;
  giveBack(user: string): Promise<void>;
  share<Result extends object>(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
  remember(key: string, known: object, forMs: number): Promise<void>;
  recall(key: string): Promise<object | undefined>;
}

/** The options of `sharedStore`. */
export interface SharedStoreOptions {
  /** Your client of ioredis, iovalkey or node-redis, for one Redis or Valkey, Sentinels or a Cluster. You connect and close it. */
  readonly client: RedisLike;
  /** The name that the servers with one count share, such as the name of your app. It is visible in Redis. */
  readonly key: string;
  /**
   * The store of this process, `memoryStore()` of `@finauth-sdk/server`: it shares calls within the process, and counts while Redis does not answer.
   */
  readonly local: TokenStoreLike;
  /** How long the server that makes a call may be silent before another one makes it, in milliseconds. Default: 5,000. */
  readonly leaseMs?: number;
  /** How long Redis may take to answer before it counts as unavailable, in milliseconds. Default: 500. */
  readonly timeoutMs?: number;
  /** Called when Redis becomes unavailable and when it is back. What it throws or rejects with is ignored. */
  readonly onEvent?: (event: SharedStoreEvent) => void;
}

/** A store for `createTokenHandler` and `createVerifyHandler`. */
export interface SharedStore extends TokenStoreLike {
  /** Closes the connection for messages, if there is one. Close your Redis client after it. */
  close(): void;
}

/**
 * Counts each user's tokens, knows which user a token belongs to, and shares simultaneous calls of a user, over all servers that use the same Redis
 * and key. Redis holds
 * no user's ID, and a token only while another server waits for it.
 *
 * @throws {TypeError} for invalid options. Nothing is sent before the first call.
 */
export function sharedStore(options: SharedStoreOptions): SharedStore {
  const { client, key, local, leaseMs = 5_000, timeoutMs = 500, onEvent } = options;
  checkOptions(client, key, leaseMs, timeoutMs);
  insist(isStore(local), 'local must be a store for one process, such as memoryStore() of @finauth-sdk/server');
  const redis = redisClient(client);
  const run = createReach(redis, timeoutMs, quietly(onEvent));
  const undo = (script: string, at: string, args: string[]): void => void redis.run(script, at, args).catch(() => {});
  const process = randomBytes(9).toString('base64url');
  const channelPrefix = `finauth:${key}:tokens:`;
  const messages = new EventEmitter().setMaxListeners(0);
  const listener = createListener(redis, channelPrefix + process, () => messages.emit('message'));
  let calls = 0;

  /** Until there may be news of a call that another server makes: a message, or else the next beat. */
  async function news(signal: AbortSignal): Promise<void> {
    listener.begin();
    const until = AbortSignal.any([signal, AbortSignal.timeout(BEAT_MS)]);
    await once(messages, 'message', { signal: until }).catch(() => {});
  }

  async function shareBetweenServers<Result>(
    call: string,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    const at = callKey(key, call);
    const me = `${process}.${++calls}`;
    const argumentsOf = (verb: Verb, outcome = ''): string[] => [me, channelPrefix, String(leaseMs), verb, outcome];
    // Nobody is to wait for one who has given up on Redis.
    const join = () =>
      run(callScript, at, argumentsOf('join'), () => undo(callScript, at, argumentsOf('end'))) as Promise<Reply | undefined>;
    const end = (outcome?: string): Promise<unknown> => run(callScript, at, argumentsOf('end', outcome));

    for (;;) {
      const [role, outcome] = (await join()) ?? [];
      if (role === 'outcome') return JSON.parse(outcome!) as Result;
      if (signal.aborted) await end();
      signal.throwIfAborted();
      if (role === undefined) return await work(signal);
      if (role === 'lead') return await lead();
      await news(signal);
    }

    /** Makes the call, for this server and those that wait. If it fails, or nobody waits here any more, one of those makes it. */
    async function lead(): Promise<Result> {
      const beat = setInterval(() => run(callScript, at, argumentsOf('join')), BEAT_MS);
      let outcome: string | undefined;
      try {
        const result = await work(signal);
        outcome = JSON.stringify(result);
        return result;
      } finally {
        clearInterval(beat);
        // Before the phone hears of it, for it may ask again at once, and another server.
        await end(outcome);
      }
    }
  }

  return {
    async take(user, allowance) {
      const at = userKey(key, user);
      const args = [allowance.tokens, Math.ceil(allowance.windowMs)];
      const waitMs = await run(takeScript, at, args, (late) => Number(late) === 0 && undo(giveBackScript, at, []));
      return waitMs === undefined ? local.take(user, allowance) : Number(waitMs);
    },
    async giveBack(user) {
      if ((await run(giveBackScript, userKey(key, user), [])) === undefined) await local.giveBack(user);
    },
    share: (call, signal, work) => local.share(call, signal, (all) => shareBetweenServers(call, all, work)),
    async remember(token, known, forMs) {
      const args = [JSON.stringify(known), Math.ceil(forMs)];
      if ((await run(rememberScript, tokenKey(key, token), args)) === undefined) await local.remember(token, known, forMs);
    },
    async recall(token) {
      const known = await run(recallScript, tokenKey(key, token), []);
      return typeof known === 'string' ? (JSON.parse(known) as object) : await local.recall(token);
    },
    close: listener.end,
  };
}

function isStore(value: unknown): boolean {
  const { take, giveBack, share, remember, recall } = (value ?? {}) as Partial<TokenStoreLike>;
  return [take, giveBack, share, remember, recall].every((method) => typeof method === 'function');
}
