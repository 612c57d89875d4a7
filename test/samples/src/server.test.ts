import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startServer } from './server.ts';

const session = { authorization: 'Bearer an-example-session' };

let sandbox: Sandbox;
let server: Awaited<ReturnType<typeof startServer>>;
async function start(livenessId: string): Promise<void> {
  server = await startServer('server.ts', {
    FINAUTH_BASE_URL: sandbox.url,
    FINAUTH_API_KEY: sandbox.credentials.apiKey,
    FINAUTH_API_SECRET: sandbox.credentials.apiSecret,
    FINAUTH_LIVENESS_ID: livenessId,
  });
}

beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => {
  server.stop();
  await sandbox.close();
});

it('gives the phone a token for the user of its session, and nothing else', async () => {
  await start('my-scene');
  const response = await fetch(server.url, { method: 'POST', headers: session, body: JSON.stringify({ uuid: 'somebody-else' }) });
  const issued = [...sandbox.issued].at(-1)!;
  expect(await response.json()).toEqual({ biz_token: issued.token });
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(issued.fields).toMatchObject({ liveness_id: 'my-scene', uuid: 'user-0042' });
  await expect.poll(server.log).toContain(sandbox.requests.at(-1)!.requestId);
  expect(server.log()).not.toContain('user-0042');
});

it('gives nothing to one who has not signed in', async () => {
  await start('my-scene');
  expect((await fetch(server.url, { method: 'POST' })).status).toBe(401);
  expect(sandbox.requests).toEqual([]);
});

it.each(['DENIED', 'CONCURRENCY_LIMIT_EXCEEDED'] as const)(
  'tells the phone no more than whether to try again, and the log why: %s',
  async (name) => {
    await start(sandbox.liveness[name]);
    const response = await fetch(server.url, { method: 'POST', headers: session });
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ retryable: name !== 'DENIED' });
    await expect.poll(server.log).toContain(name);
    expect(server.log()).not.toContain(sandbox.credentials.apiSecret);
    expect(server.log()).not.toContain('user-0042');
  },
);
