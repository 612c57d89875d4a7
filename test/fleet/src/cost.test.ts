import { sharedLimit } from '@finauth-sdk/fleet';
import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, type Limiter } from '@finauth-sdk/signing';
import { Redis } from 'ioredis';
import { expect, it } from 'vitest';
import { isWhole } from '../../../vitest.base.ts';
import { type RedisServer, startRedis } from './startRedis.ts';

const CALLS = isWhole ? 5_000 : 500;
const LIMIT = 20;
/** In flight or in line. */
const CALLERS = 40;

it('what a call costs with a shared limit, beside a limit of its own', async () => {
  await using redis = await startRedis();
  await using sandbox = await startSandbox();
  const client = new Redis(redis.url);
  const shared = sharedLimit({ client, key: 'cost', limit: LIMIT, share: LIMIT, leaseMs: 15_000, timeoutMs: 30_000 });
  const before = await runsOf(redis);
  const table: Record<string, object> = {};
  for (const [name, maxConcurrency] of Object.entries<number | Limiter>({
    warming: LIMIT,
    'maxConcurrency: 20': LIMIT,
    sharedLimit: shared,
  })) {
    const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials, maxConcurrency });
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    let tokens = 0;
    const caller = async (): Promise<void> => {
      while (tokens < CALLS) {
        tokens++;
        await finauth.getBizToken({ liveness_id: 'scene' });
      }
    };
    await Promise.all(Array.from({ length: CALLERS }, caller));
    const { user, system } = process.cpuUsage(cpu);
    table[name] = {
      'µs of CPU a call, sandbox included': Math.round((user + system) / tokens),
      'calls a second': Math.round((tokens * 1_000) / (performance.now() - start)),
    };
    await finauth.close();
    expect(tokens).toBeGreaterThanOrEqual(CALLS);
  }
  const { warming: _, ...measured } = table;
  console.table(measured);
  // No script runs for nothing: a call that finds a slot asks once and tells once, and what many do at once is one command.
  const runs = (await runsOf(redis)) - before;
  console.log(`${runs} commands for ${CALLS} calls`);
  expect(runs).toBeLessThanOrEqual(2 * CALLS + 100);
  await shared.close();
  client.disconnect();
});

/** How many scripts have run. */
async function runsOf(redis: RedisServer): Promise<number> {
  return Number(/cmdstat_evalsha:calls=(\d+)/.exec(await redis.command('INFO', 'commandstats'))?.[1] ?? 0);
}
