import { randomBytes } from 'node:crypto';
import { checkOptions, quietly } from './checkOptions.ts';
import { BEAT_MS, type FleetEvent } from './createLine.ts';
import { createReach } from './createReach.ts';
import { keepListening } from './keepListening.ts';
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

export type SharedStoreEvent = Exclude<FleetEvent, { readonly type: 'lost' }>;

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
  checkOptions(options, [[isStore(local), 'local must be a store for one process, such as memoryStore() of @finauth-sdk/server']]);
  const redis = redisClient(client);
  const reach = createReach(redis, timeoutMs, quietly(onEvent) as (event: FleetEvent) => void);
  const process = randomBytes(9).toString('base64url');
  const channelPrefix = `finauth:${key}:tokens:`;
  let calls = 0;
  let stopListening: (() => void) | undefined;
  /** Of the calls that wait for another server: looks again. */
  const lookAgain = new Set<() => void>();

  /** Until there may be news: a message, or else the next beat. */
  function news(signal: AbortSignal): Promise<void> {
    stopListening ??= keepListening(redis, channelPrefix + process, () => {
      for (const look of lookAgain) look();
    });
    return new Promise((resolve) => {
      const look = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', look);
        lookAgain.delete(look);
        resolve();
      };
      const timer = setTimeout(look, BEAT_MS);
      signal.addEventListener('abort', look);
      lookAgain.add(look);
    });
  }

  async function shareBetweenServers<Result>(
    call: string,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    const me = `${process}.${++calls}`;
    const name = callKey(key, call);
    const argumentsOf = (verb: Verb, outcome: string): string[] => [me, channelPrefix, String(leaseMs), verb, outcome];
    const say = async (verb: Verb, outcome = '', undo?: () => void): Promise<Reply | undefined> =>
      (await reach.run(callScript, name, argumentsOf(verb, outcome), undo)) as Reply | undefined;
    // Nobody is to wait for one who has given up on Redis.
    const leave = (): void => runUnheard(callScript, name, argumentsOf('end', ''));
    for (;;) {
      const [role, outcome] = (await say('join', '', leave)) ?? [];
      if (role === 'outcome') return JSON.parse(outcome!) as Result;
      if (signal.aborted) await say('end');
      signal.throwIfAborted();
      if (role === undefined) return await work(signal);
      if (role === 'lead') return await lead(say, signal, work);
      await news(signal);
    }
  }

  function runUnheard(script: string, at: string, args: string[]): void {
    redis.run(script, at, args).catch(() => {});
  }

  return {
    async take(user, allowance) {
      const { tokens, windowMs } = allowance;
      const undo = (waitMs: unknown): void => void (Number(waitMs) === 0 && runUnheard(giveBackScript, userKey(key, user), []));
      const waitMs = await reach.run(takeScript, userKey(key, user), [tokens, Math.ceil(windowMs)], undo);
      return waitMs === undefined ? local.take(user, allowance) : Number(waitMs);
    },
    async giveBack(user) {
      if ((await reach.run(giveBackScript, userKey(key, user), [])) === undefined) await local.giveBack(user);
    },
    share: (call, signal, work) => local.share(call, signal, (all) => shareBetweenServers(call, all, work)),
    async remember(token, known, forMs) {
      const args = [JSON.stringify(known), Math.ceil(forMs)];
      if ((await reach.run(rememberScript, tokenKey(key, token), args)) === undefined) await local.remember(token, known, forMs);
    },
    async recall(token) {
      const known = await reach.run(recallScript, tokenKey(key, token), []);
      return typeof known === 'string' ? (JSON.parse(known) as object) : await local.recall(token);
    },
    close() {
      stopListening?.();
      stopListening = () => {};
    },
  };
}

/** Makes the call, for this server and those that wait. If it fails, or nobody waits here any more, one of those makes it. */
async function lead<Result>(
  say: (verb: Verb, outcome?: string) => Promise<unknown>,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const beat = setInterval(() => say('join'), BEAT_MS);
  let outcome = '';
  try {
    const result = await work(signal);
    outcome = JSON.stringify(result);
    return result;
  } finally {
    clearInterval(beat);
    // Before the phone hears of it, for it may ask again at once, and another server.
    await say('end', outcome);
  }
}

function isStore(value: unknown): boolean {
  const { take, giveBack, share, remember, recall } = (value ?? {}) as Partial<TokenStoreLike>;
  return [take, giveBack, share, remember, recall].every((method) => typeof method === 'function');
}
