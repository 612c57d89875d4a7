import { setTimeout as sleep } from 'node:timers/promises';
import type { RedisClient } from './redisClient.ts';

/** Between two tries to listen for messages. */
const LISTEN_AGAIN_MS = 1_000;

/** Listens to a channel from `begin` to `end`, and tries again for as long as that cannot be had: messages only make faster what the beats bring. */
export function createListener(redis: RedisClient, channel: string, onMessage: () => void): { begin(): void; end(): void } {
  const ended = new AbortController();
  let own: ReturnType<RedisClient['subscribe']> | undefined;
  let listening: Promise<void> | undefined;
  async function listen(): Promise<void> {
    while (!ended.signal.aborted) {
      own = redis.subscribe(channel, onMessage);
      try {
        return await own.subscribed;
      } catch {
        own.close();
      }
      await sleep(LISTEN_AGAIN_MS, undefined, { ref: false });
    }
  }
  return {
    begin: () => void (listening ??= listen()),
    end() {
      ended.abort();
      own?.close();
    },
  };
}
