import { type OutcomeName, type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { workplace } from './places.ts';
import { startServer } from './server.ts';

const headers = { authorization: 'Bearer an-example-session' };

let sandbox: Sandbox;
let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  sandbox = await startSandbox();
  server = await startServer('onboarding.ts', {
    FINAUTH_BASE_URL: sandbox.url,
    FINAUTH_API_KEY: sandbox.credentials.apiKey,
    FINAUTH_API_SECRET: sandbox.credentials.apiSecret,
  });
});
afterAll(async () => {
  server.stop();
  await sandbox.close();
});

const post = async (path: string, body?: object): Promise<Record<string, unknown>> => {
  const response = await fetch(server.url + path, { method: 'POST', headers, ...(body && { body: JSON.stringify(body) }) });
  return (await response.json()) as Record<string, unknown>;
};

/** What the app does: a token, the phone, and the word that it is done. */
async function goThrough(outcome: OutcomeName): Promise<Record<string, unknown>> {
  const { biz_token } = await post('/start');
  sandbox.phone.complete(String(biz_token), { outcome });
  return post('/done', { biz_token: 'of another user', passed: true });
}

it.each([
  ['SUCCESS', 'passed'],
  ['PASS_LIVING_NOT_THE_SAME', 'ask a person'],
  ['FAIL_LIVING_FACE_ATTACK', 'ask a person'],
  ['USER_TIMEOUT', 'try again'],
  ['NO_FACE_FOUND', 'try again'],
] as const)('%s is decided as: %s', async (outcome, decision) => {
  expect(await goThrough(outcome)).toMatchObject({ decision });
  // Told twice, it is decided once.
  const calls = sandbox.requests.length;
  expect(await post('/done')).toEqual({ decision });
  expect(sandbox.requests.length).toBe(calls);
  expect(server.log()).toContain(sandbox.requests.at(-1)!.requestId);
});

it('does not decide before the phone has ended, nor without a token', async () => {
  await post('/start');
  expect(await post('/done')).toMatchObject({ decision: 'try again' });
});

it('stores no picture and tells none', async () => {
  await goThrough('SUCCESS');
  const files = await readdir(workplace, { recursive: true, withFileTypes: true });
  const pictures = files.filter((file) => file.isFile() && !file.parentPath.includes('node_modules') && file.name !== 'passport.jpg');
  const texts = await Promise.all(pictures.map((file) => readFile(join(file.parentPath, file.name), 'latin1')));
  for (const text of [...texts, server.log()]) expect(text).not.toMatch(/canary-photo|aW4gcGxhY2Ugb2Y/);
  expect(server.log()).not.toContain('user-0042');
});
