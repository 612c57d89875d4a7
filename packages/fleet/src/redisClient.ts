import { createHash } from 'node:crypto';

/** The part of ioredis and iovalkey that is used: their Redis, standalone or through Sentinels, and their Cluster. */
export interface IoredisLike {
  evalsha(sha: string, numberOfKeys: number, ...keysAndArguments: string[]): Promise<unknown>;
  eval(script: string, numberOfKeys: number, ...keysAndArguments: string[]): Promise<unknown>;
  duplicate(): IoredisLike;
  subscribe(channel: string): Promise<unknown>;
  disconnect(): void;
  on(event: string, listener: (...args: any[]) => void): unknown;
}

/** The part of node-redis that is used: its client, cluster and sentinel. */
export interface NodeRedisLike {
  evalSha(sha: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
  duplicate(): NodeRedisLike;
  connect(): Promise<unknown>;
  subscribe(channel: string, listener: (message: string) => void): Promise<unknown>;
  destroy?(): unknown;
  /** For version 4, which has no `destroy`. */
  disconnect?(): unknown;
  on(event: string, listener: (...args: any[]) => void): unknown;
}

export type RedisLike = IoredisLike | NodeRedisLike;

/** The two makes of clients as one. */
export interface RedisClient {
  /** Runs a script on one key: by its hash, or by its text where the server does not know it, as after a restart. */
  run(script: string, key: string, args: string[]): Promise<unknown>;
  /** Listens to a channel on a connection of its own, and tells when that cannot be had. Returns what closes it. */
  listen(channel: string, listener: () => void, onFailure: () => void): () => void;
}

export function redisClient(client: RedisLike): RedisClient {
  return 'evalsha' in client ? ofIoredis(client) : ofNodeRedis(client);
}

async function byHash(script: string, evalSha: (sha: string) => Promise<unknown>, evalText: () => Promise<unknown>): Promise<unknown> {
  try {
    return await evalSha(createHash('sha1').update(script).digest('hex'));
  } catch (error) {
    if (!String((error as Error)?.message).startsWith('NOSCRIPT')) throw error;
    return await evalText();
  }
}

// What it fails with is of no interest: messages only make faster what the beats would bring.
const ignore = (): void => {};

function ofIoredis(client: IoredisLike): RedisClient {
  return {
    run: (script, key, args) =>
      byHash(
        script,
        (sha) => client.evalsha(sha, 1, key, ...args),
        () => client.eval(script, 1, key, ...args),
      ),
    listen(channel, listener, onFailure) {
      const own = client.duplicate();
      own.on('error', ignore);
      own.on('message', listener);
      own.subscribe(channel).catch(onFailure);
      return () => own.disconnect();
    },
  };
}

function ofNodeRedis(client: NodeRedisLike): RedisClient {
  return {
    run: (script, key, args) => {
      const options = { keys: [key], arguments: args };
      return byHash(
        script,
        (sha) => client.evalSha(sha, options),
        () => client.eval(script, options),
      );
    },
    listen(channel, listener, onFailure) {
      const own = client.duplicate();
      own.on('error', ignore);
      const subscribed = own.connect().then(() => own.subscribe(channel, listener));
      subscribed.catch(onFailure);
      // One that is not connected refuses to be closed.
      return () =>
        void Promise.resolve()
          .then(() => (own.destroy === undefined ? own.disconnect?.() : own.destroy()))
          .catch(ignore);
    },
  };
}
