import { randomBytes } from 'node:crypto';
import { createLine, type FleetEvent, type Slot } from './createLine.ts';
import { argumentsOf, channelOf, hashOf, replyOf, script } from './protocol.ts';
import { redisClient, type RedisLike } from './redisClient.ts';

export interface SharedLimitOptions {
  /** Your client of ioredis, iovalkey or node-redis, for one Redis or Valkey, Sentinels or a Cluster. It stays yours: connect it before, and close it after. */
  readonly client: RedisLike;
  /** How many calls of all processes together may be in flight. The same for all of them. */
  readonly limit: number;
  /** What is limited, such as a name for the account: processes with the same key share the limit. Not the API secret, for it can be read in Redis. */
  readonly key: string;
  /**
   * What happens while Redis does not answer. `local`: each process lets in as many as its `share`. `refuse`: calls fail with a FinAuthError whose code is
   * `ERR_LIMITER`. Default: `local`.
   */
  readonly onUnavailable?: 'local' | 'refuse';
  /** How many calls this process may have in flight while Redis does not answer: the limit, divided by the most processes that you run. Needed for `local`. */
  readonly share?: number;
  /**
   * For how long a slot stays taken after the last word from its process, in milliseconds. A process that is killed blocks its slots for as long; one that stands
   * still for longer loses them. Default: 5,000.
   */
  readonly leaseMs?: number;
  /** How long Redis may take to answer until it counts as away, in milliseconds. No call waits for Redis longer than twice that. Default: 500. */
  readonly timeoutMs?: number;
  /** Told when Redis is away and when it is back, and of slots that were lost. What it throws, or rejects with, is dropped. */
  readonly onEvent?: (event: FleetEvent) => void;
}

/** A limiter for the option `maxConcurrency` of `createFinAuth`. */
export interface SharedLimit {
  /** Waits for a slot. Rejects with the signal's reason if that is aborted. */
  enter(signal: AbortSignal): Promise<Slot>;
  /** Stops: closes the connection for messages, and refuses those who wait. Close the clients that use it first, and your Redis client after. */
  close(): Promise<void>;
}

const LEAST_LEASE_MS = 2_000;
const LONGEST_MS = 2 ** 31 - 1;
/** Between two tries to listen for messages. */
const LISTEN_AGAIN_MS = 1_000;

/**
 * One limit for all processes that use the same Redis and key.
 *
 * @throws {TypeError} for options that cannot work. Nothing is sent before the first call.
 */
export function sharedLimit(options: SharedLimitOptions): SharedLimit {
  const { limit, key, share, leaseMs = 5_000, timeoutMs = 500, onUnavailable = 'local', onEvent } = options;
  check(options);
  const redis = redisClient(options.client);
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
  let stopListening: (() => void) | undefined;

  /** Until it can be had, and without, the beats find out. */
  function listen(): void {
    const stop = redis.listen(channelOf(key, setting.process), line.ask, () => {
      if (stopListening !== stop) return;
      stop();
      const timer = setTimeout(listen, LISTEN_AGAIN_MS);
      timer.unref();
      stopListening = () => clearTimeout(timer);
    });
    stopListening = stop;
  }

  return {
    enter(signal) {
      if (stopListening === undefined) listen();
      return line.enter(signal);
    },
    async close() {
      stopListening?.();
      stopListening = () => {};
      await line.close();
    },
  };
}

function check({ client, limit, key, share, leaseMs, timeoutMs, onUnavailable = 'local' }: SharedLimitOptions): void {
  const whole = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 1;
  const milliseconds = (value: unknown, least: number): boolean =>
    value === undefined || (typeof value === 'number' && value >= least && value <= LONGEST_MS);
  const complaints: [isRight: boolean, complaint: string][] = [
    [
      typeof client === 'object' && client !== null && ('evalsha' in client || 'evalSha' in client),
      'client must be a client of ioredis, iovalkey or node-redis',
    ],
    [whole(limit), 'limit must be a whole number, 1 or more'],
    [typeof key === 'string' && key !== '', 'key must be a text that is not empty'],
    [['local', 'refuse'].includes(onUnavailable), "onUnavailable must be 'local' or 'refuse'"],
    [
      onUnavailable === 'refuse' || whole(share),
      "share must be a whole number, 1 or more: how many calls this process may have in flight while Redis is away. Or set onUnavailable to 'refuse'",
    ],
    [milliseconds(leaseMs, LEAST_LEASE_MS), `leaseMs must be a number of milliseconds from ${LEAST_LEASE_MS} to ${LONGEST_MS}`],
    [milliseconds(timeoutMs, 1), `timeoutMs must be a number of milliseconds from 1 to ${LONGEST_MS}`],
  ];
  for (const [isRight, complaint] of complaints) if (!isRight) throw new TypeError(complaint);
}

/** A logger that fails, at once or later, must not break a call, nor end the process. */
function quietly(listener: ((event: FleetEvent) => void) | undefined): (event: FleetEvent) => void {
  return (event) => {
    new Promise((resolve) => resolve(listener?.(event))).catch(() => {});
  };
}
