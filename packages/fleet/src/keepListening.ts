import { setTimeout as sleep } from 'node:timers/promises';
import type { RedisClient } from './redisClient.ts';

/** Between two tries to listen for messages. */
const LISTEN_AGAIN_MS = 1_000;

/** Listens to a channel, and tries again for as long as that cannot be had: messages only make faster what the beats bring. Returns what stops it. */
export function keepListening(redis: RedisClient, channel: string, onMessage: () => void): () => void {
  const stopped = new AbortController();
  let own: ReturnType<RedisClient['subscribe']>;
  async function listen(): Promise<void> {
    while (!stopped.signal.aborted) {
      own = redis.subscribe(channel, onMessage);
      try {
        return await own.subscribed;
      } catch {
        own.close();
      }
      await sleep(LISTEN_AGAIN_MS, undefined, { ref: false });
    }
  }
  void listen();
  return () => {
    stopped.abort();
    own.close();
  };
}
