import { startSandbox } from '@finauth-sdk/sandbox';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { startRedis } from './startRedis.ts';

const here = join(import.meta.dirname, '..');

it('the sample of the guide mints a token, ends by itself, and leaves no slot taken', async () => {
  await using redis = await startRedis();
  await using sandbox = await startSandbox();
  // Where its imports are found.
  const folder = await mkdtemp(join(here, '.sample-'));
  try {
    await cp(join(here, '../../spec/samples/fleet.ts'), join(folder, 'fleet.ts'));
    const { apiKey, apiSecret } = sandbox.credentials;
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'fleet.ts')], {
      env: {
        ...process.env,
        REDIS_URL: redis.url,
        FINAUTH_BASE_URL: sandbox.url,
        FINAUTH_API_KEY: apiKey,
        FINAUTH_API_SECRET: apiSecret,
      },
    });
    expect(stdout).toBe(`${[...sandbox.issued].at(-1)!.token}\n`);
    expect(await redis.command('EXISTS', 'finauth:my-account')).toBe(':1');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('without Redis it says so, and mints a token all the same', async () => {
  await using sandbox = await startSandbox();
  const folder = await mkdtemp(join(here, '.sample-'));
  try {
    await cp(join(here, '../../spec/samples/fleet.ts'), join(folder, 'fleet.ts'));
    const { apiKey, apiSecret } = sandbox.credentials;
    const run = promisify(execFile)(process.execPath, [join(folder, 'fleet.ts')], {
      env: {
        ...process.env,
        REDIS_URL: 'redis://127.0.0.1:9',
        FINAUTH_BASE_URL: sandbox.url,
        FINAUTH_API_KEY: apiKey,
        FINAUTH_API_SECRET: apiSecret,
      },
    });
    let output = '';
    run.child.stderr!.on('data', (piece: string) => (output += piece));
    await run.catch(() => {});
    expect(sandbox.issued.size).toBe(1);
    expect(output).toContain('unavailable');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('the sample of the endpoint counts a user on two servers, and ends when it is told to', async () => {
  await using redis = await startRedis();
  await using sandbox = await startSandbox();
  const folder = await mkdtemp(join(here, '.sample-'));
  const { apiKey, apiSecret } = sandbox.credentials;
  const env = {
    ...process.env,
    PORT: '0',
    REDIS_URL: redis.url,
    FINAUTH_BASE_URL: sandbox.url,
    FINAUTH_API_KEY: apiKey,
    FINAUTH_API_SECRET: apiSecret,
  };
  await cp(join(here, '../../spec/samples/sharedEndpoint.ts'), join(folder, 'sharedEndpoint.ts'));
  const servers = [1, 2].map(() =>
    spawn(process.execPath, [join(folder, 'sharedEndpoint.ts')], { env, stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  try {
    const ports = await Promise.all(
      servers.map(async ({ stdout }) => /port: (\d+)/.exec(((await once(createInterface(stdout), 'line')) as [string])[0])![1]),
    );
    const statuses = [];
    for (const port of [...ports, ...ports]) {
      const headers = { 'x-example-user': 'user-0042', connection: 'close' };
      statuses.push((await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers })).status);
    }
    expect(statuses).toEqual([200, 200, 429, 429]);
    expect(sandbox.issued.size).toBe(2);
    const ended = servers.map(async (server) => (server.kill('SIGTERM'), (await once(server, 'exit')) as unknown[]));
    expect(await Promise.all(ended)).toEqual([
      [0, null],
      [0, null],
    ]);
  } finally {
    for (const server of servers) server.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
});
