import { startSandbox } from '@finauth-sdk/sandbox';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
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
