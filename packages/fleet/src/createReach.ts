import type { SharedStoreEvent } from './createLine.ts';
import { inTime } from './inTime.ts';
import type { RedisClient } from './redisClient.ts';

/**
 * Runs a script. Undefined if Redis does not answer in time, or did not a moment ago.
 *
 * @param undo Is given the answer if it comes too late.
 */
export type Reach = (script: string, key: string, args: readonly (string | number)[], undo?: (answer: unknown) => void) => Promise<unknown>;

/** While Redis is away, one command in so long finds out whether it is back, and no other waits for it. */
const TRIED_AGAIN_MS = 1_000;

/** Redis, with a limit to how long it is waited for. */
export function createReach(redis: RedisClient, timeoutMs: number, tell: (event: SharedStoreEvent) => void): Reach {
  let awaySince: number | undefined;
  let tryAt = 0;
  return async (script, key, args, undo) => {
    if (awaySince !== undefined) {
      if (performance.now() < tryAt) return undefined;
      tryAt = performance.now() + TRIED_AGAIN_MS;
    }
    try {
      const answer = await inTime(redis.run(script, key, args.map(String)), timeoutMs, globalThis, undo);
      if (awaySince !== undefined) tell({ type: 'available', afterMs: performance.now() - awaySince });
      awaySince = undefined;
      return answer;
    } catch (error) {
      if (awaySince === undefined) tell({ type: 'unavailable', reason: String((error as Error)?.message) });
      awaySince ??= performance.now();
      tryAt = performance.now() + TRIED_AGAIN_MS;
      return undefined;
    }
  };
}
