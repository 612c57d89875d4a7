import { tokenLifetimes } from '@finauth-sdk/client';
import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startServer } from './server.ts';

const session = { authorization: 'Bearer an-example-session' };

let sandbox: Sandbox;
let server: Awaited<ReturnType<typeof startServer>>;
async function start(livenessId: string): Promise<void> {
  server = await startServer('endpoint.ts', {
    FINAUTH_BASE_URL: sandbox.url,
    FINAUTH_API_KEY: sandbox.credentials.apiKey,
    FINAUTH_API_SECRET: sandbox.credentials.apiSecret,
    FINAUTH_LIVENESS_ID: livenessId,
    UUID_KEY: 'a-key-of-the-tests',
  });
}

beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => {
  server.stop();
  await sandbox.close();
});

it('gives the phone a token, for a customer whom FinAuth cannot name', async () => {
  await start('my-scene');
  const response = await fetch(server.url, { method: 'POST', headers: session });
  const issued = [...sandbox.issued].at(-1)!;
  expect(await response.json()).toEqual({ biz_token: issued.token, expires_in: tokenLifetimes.getBizToken.biz_token });
  expect(issued.fields['uuid']).toMatch(/^[\w-]{43}$/);
  await expect.poll(server.log).toContain(sandbox.requests.at(-1)!.requestId);
});

it('gives nothing to one who has not signed in', async () => {
  await start('my-scene');
  expect((await fetch(server.url, { method: 'POST' })).status).toBe(401);
  expect(sandbox.requests).toEqual([]);
});

it('tells the log why there is no token, and the phone only what to do', async () => {
  await start(sandbox.liveness.API_KEY_BE_DISCONTINUED);
  const response = await fetch(server.url, { method: 'POST', headers: session });
  const text = await response.text();
  expect([response.status, JSON.parse(text)]).toEqual([500, expect.objectContaining({ code: 'unavailable' })]);
  expect(text).not.toMatch(/KEY|DISCONTINUED/i);
  await expect.poll(server.log).toContain('API_KEY_BE_DISCONTINUED');
});
