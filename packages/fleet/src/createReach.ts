import type { FleetEvent } from './createLine.ts';
import type { RedisClient } from './redisClient.ts';

/** Redis, with a limit to how long it is waited for. */
export interface Reach {
  /**
   * Runs a script. Undefined if Redis does not answer in time, or did not a moment ago.
   *
   * @param undo Is given the answer if it comes too late: what it says has happened all the same.
   */
  run(script: string, key: string, args: readonly (string | number)[], undo?: (answer: unknown) => void): Promise<unknown>;
}

/** While Redis is away, one command in so long finds out whether it is back, and no other waits for it. */
const TRIED_AGAIN_MS = 1_000;

export function createReach(redis: RedisClient, timeoutMs: number, tell: (event: FleetEvent) => void): Reach {
  let away: { readonly since: number; tryAt: number } | undefined;

  function goAway(error: unknown): void {
    const now = performance.now();
    if (away === undefined) {
      away = { since: now, tryAt: 0 };
      tell({ type: 'unavailable', reason: error instanceof Error ? error.message : String(error) });
    }
    away.tryAt = now + TRIED_AGAIN_MS;
  }

  return {
    async run(script, key, args, undo) {
      const now = performance.now();
      if (away !== undefined && now < away.tryAt) return undefined;
      if (away !== undefined) away.tryAt = now + TRIED_AGAIN_MS;
      const answered = redis.run(script, key, args.map(String));
      try {
        const answer = await inTime(answered, timeoutMs);
        if (away !== undefined) {
          tell({ type: 'available', afterMs: performance.now() - away.since });
          away = undefined;
        }
        return answer;
      } catch (error) {
        goAway(error);
        answered.then(undo, () => {});
        return undefined;
      }
    },
  };
}

function inTime<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(new Error(`no answer within ${ms} ms`));
    // A process that was busy looks at its sockets once more: the answer may have come long ago.
    let timer = setTimeout(() => (timer = setTimeout(giveUp, 0)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
