import { startSandbox } from '@finauth-sdk/sandbox';
import { expect, it } from 'vitest';
import { startServer } from './server.ts';

it('the probe says yes while FinAuth answers, and no when it does not, and mints nothing', async () => {
  const sandbox = await startSandbox();
  const server = await startServer('readiness.ts', {
    FINAUTH_BASE_URL: sandbox.url,
    FINAUTH_API_KEY: sandbox.credentials.apiKey,
    FINAUTH_API_SECRET: sandbox.credentials.apiSecret,
  });
  try {
    const probe = async () => (await fetch(`${server.url}/readyz`)).status;
    expect(await probe()).toBe(200);
    expect(sandbox.issued.size).toBe(0);
    await sandbox.close();
    expect(await probe()).toBe(503);
    await expect.poll(server.log).toMatch(/not ready[^]*name: 'answer',\s+status: 'failed'/);
  } finally {
    server.stop();
  }
});

it('says no to a configuration that is wrong, and its log why', async () => {
  const server = await startServer('readiness.ts', {
    FINAUTH_BASE_URL: '',
    FINAUTH_REGION: 'atlantis',
    FINAUTH_API_KEY: 'k',
    FINAUTH_API_SECRET: 's',
  });
  try {
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    await expect.poll(server.log).toContain('FINAUTH_REGION must be one of');
  } finally {
    server.stop();
  }
});
