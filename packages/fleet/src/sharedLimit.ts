import { randomBytes } from 'node:crypto';
import { checkOptions, insist, quietly } from './checkOptions.ts';
import { createLine, type FleetEvent, type Slot } from './createLine.ts';
import { createListener } from './createListener.ts';
import { argumentsOf, channelOf, hashOf, replyOf, script } from './protocol.ts';
import { redisClient, type RedisLike } from './redisClient.ts';

/** The options of `sharedLimit`. */
export interface SharedLimitOptions {
  /** Your client of ioredis, iovalkey or node-redis, for one Redis or Valkey, Sentinels or a Cluster. You connect and close it. */
  readonly client: RedisLike;
  /** How many calls of all processes together may be in flight. The same for all of them. */
  readonly limit: number;
  /**
   * What is limited, such as a name for the account: processes with the same key share the limit. Do not use the API secret: the key is visible in
   * Redis.
   */
  readonly key: string;
  /**
   * What happens while Redis does not answer. `local`: each process admits as many calls as its `share`. `refuse`: calls fail with a FinAuthError whose code is
   * `ERR_LIMITER`. Default: `local`.
   */
  readonly onUnavailable?: 'local' | 'refuse';
  /**
   * How many calls this process may have in flight while Redis does not answer: the limit divided by the maximum number of processes. Required for
   * `local`.
   */
  readonly share?: number;
  /**
   * How long a slot stays taken after the last message from its process, in milliseconds. A process that is killed blocks its slots for that time; one that is
   * paused for longer loses them. Default: 5,000.
   */
  readonly leaseMs?: number;
  /**
   * How long Redis may take to answer before it counts as unavailable, in milliseconds. No call waits for Redis longer than twice that. Default: 500.
   */
  readonly timeoutMs?: number;
  /** Called when Redis becomes unavailable, when it is back, and for lost slots. What it throws or rejects with is ignored. */
  readonly onEvent?: (event: FleetEvent) => void;
}

/** A limiter for the option `maxConcurrency` of `createFinAuth`. */
export interface SharedLimit {
  /** Waits for a slot. Rejects with the signal's reason if that is aborted. */
  enter(signal: AbortSignal): Promise<Slot>;
  /** Closes the connection for messages, and rejects waiting calls. Close the clients that use it first, and your Redis client last. */
  close(): Promise<void>;
}

const whole = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 1;

/**
 * One limit for all processes that use the same Redis and key.
 *
 * @throws {TypeError} for invalid options. Nothing is sent before the first call.
 */
export function sharedLimit(options: SharedLimitOptions): SharedLimit {
  const { client, limit, key, share, leaseMs = 5_000, timeoutMs = 500, onUnavailable = 'local', onEvent } = options;
  checkOptions(client, key, leaseMs, timeoutMs);
  insist(whole(limit), 'limit must be a whole number, 1 or more');
  insist(['local', 'refuse'].includes(onUnavailable), "onUnavailable must be 'local' or 'refuse'");
  insist(
    onUnavailable === 'refuse' || whole(share),
    "share must be a whole number, 1 or more: how many calls this process may have in flight while Redis is away. Or set onUnavailable to 'refuse'",
  );
  const redis = redisClient(client);
  const setting = { key, process: randomBytes(9).toString('base64url'), limit, leaseMs };
  const line = createLine({
    sync: async (request) => replyOf(await redis.run(script, hashOf(key), argumentsOf(request, setting))),
    leaseMs,
    timeoutMs,
    share: onUnavailable === 'local' ? share : undefined,
    tell: quietly(onEvent),
    timers: globalThis,
    elapsed: () => performance.now(),
  });
  const listener = createListener(redis, channelOf(key, setting.process), line.ask);

  return {
    enter(signal) {
      listener.begin();
      return line.enter(signal);
    },
    async close() {
      listener.end();
      await line.close();
    },
  };
}
