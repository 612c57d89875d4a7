import type { RedisClient } from './redisClient.ts';

/** Between two tries to listen for messages. */
const LISTEN_AGAIN_MS = 1_000;

/** Listens to a channel, and tries again for as long as that cannot be had: messages only make faster what the beats bring. Returns what stops it. */
export function keepListening(redis: RedisClient, channel: string, onMessage: () => void): () => void {
  let stop: () => void;
  let isStopped = false;
  function listen(): void {
    const own = redis.listen(channel, onMessage, () => {
      if (isStopped || stop !== own) return;
      own();
      const timer = setTimeout(listen, LISTEN_AGAIN_MS);
      timer.unref();
      stop = () => clearTimeout(timer);
    });
    stop = own;
  }
  listen();
  return () => {
    isStopped = true;
    stop();
  };
}
