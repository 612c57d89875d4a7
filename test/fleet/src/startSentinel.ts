import { Redis } from 'ioredis';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findRedis } from './findRedis.ts';
import { freePort } from '../../../tools/freePort.ts';
import { type RedisServer, startRedis } from './startRedis.ts';

/** A Redis with a replica, and a Sentinel that lets the replica take over after half a second. */
export async function startSentinel(): Promise<AsyncDisposable & { readonly port: number; readonly main: RedisServer }> {
  const main = await startRedis();
  const replica = await startRedis('--replicaof', '127.0.0.1', String(main.port));
  while (!(await replica.command('INFO', 'replication')).includes('master_link_status:up')) await sleep(50);
  const folder = mkdtempSync(join(tmpdir(), 'finauth-sentinel-'));
  const port = await freePort();
  const file = join(folder, 'sentinel.conf');
  const lines = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${folder}`,
    `sentinel monitor main 127.0.0.1 ${main.port} 1`,
    'sentinel down-after-milliseconds main 500',
    'sentinel failover-timeout main 2000',
  ];
  writeFileSync(file, lines.join('\n'));
  const { program } = findRedis() as { program: string };
  const sentinel = spawn(program, [file, '--sentinel'], { stdio: 'ignore' });
  // Until it knows of the replica it has nobody to take over. It asks every ten seconds.
  await untilItKnowsTheReplica(port);
  return {
    port,
    main,
    async [Symbol.asyncDispose]() {
      sentinel.kill('SIGKILL');
      await Promise.all([main[Symbol.asyncDispose](), replica[Symbol.asyncDispose]()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilItKnowsTheReplica(port: number): Promise<void> {
  const client = new Redis(port, { retryStrategy: () => 100, maxRetriesPerRequest: null });
  client.on('error', () => {});
  while (((await client.call('SENTINEL', 'REPLICAS', 'main')) as unknown[]).length === 0) await sleep(100);
  client.disconnect();
}
