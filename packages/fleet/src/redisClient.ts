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

/** A client that you already have. */
export type RedisLike = IoredisLike | NodeRedisLike;

/** The two makes of clients as one. */
export interface RedisClient {
  /** Runs a script on one key: by its hash, or by its text where the server does not know it, as after a restart. */
  run(script: string, key: string, args: string[]): Promise<unknown>;
  /** Listens to a channel, on a connection of its own. */
  subscribe(channel: string, listener: () => void): { readonly subscribed: Promise<void>; close(): void };
}

interface Make extends Pick<RedisClient, 'subscribe'> {
  byHash(sha: string, key: string, args: string[]): Promise<unknown>;
  byText(script: string, key: string, args: string[]): Promise<unknown>;
}

export function redisClient(client: RedisLike): RedisClient {
  const { byHash, byText, subscribe } = 'evalsha' in client ? ofIoredis(client) : ofNodeRedis(client);
  return {
    subscribe,
    async run(script, key, args) {
      try {
        return await byHash(createHash('sha1').update(script).digest('hex'), key, args);
      } catch (error) {
        if (!String((error as Error)?.message).startsWith('NOSCRIPT')) throw error;
        return await byText(script, key, args);
      }
    },
  };
}

// What a connection for messages fails with is of no interest: messages only make faster what the beats would bring.
const ignore = (): void => {};

function ofIoredis(client: IoredisLike): Make {
  return {
    byHash: (sha, key, args) => client.evalsha(sha, 1, key, ...args),
    byText: (script, key, args) => client.eval(script, 1, key, ...args),
    subscribe(channel, listener) {
      const own = client.duplicate();
      own.on('error', ignore);
      own.on('message', listener);
      return { subscribed: own.subscribe(channel).then(ignore), close: () => own.disconnect() };
    },
  };
}

function ofNodeRedis(client: NodeRedisLike): Make {
  return {
    byHash: (sha, key, args) => client.evalSha(sha, { keys: [key], arguments: args }),
    byText: (script, key, args) => client.eval(script, { keys: [key], arguments: args }),
    subscribe(channel, listener) {
      const own = client.duplicate();
      own.on('error', ignore);
      const subscribed = own.connect().then(() => own.subscribe(channel, listener));
      // One that is not connected refuses to be closed.
      const close = async (): Promise<unknown> => (own.destroy === undefined ? own.disconnect?.() : own.destroy());
      return { subscribed: subscribed.then(ignore), close: () => void close().catch(ignore) };
    },
  };
}
