import { servers } from '@finauth-sdk/client';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('mints a token with no credentials at all, and shows no signature', async () => {
  const { exitCode, stdout, stderr } = await start({});
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^ {2}biz_token {2}\S+$/m);
  expect(stdout).toMatch(/sign +\(\d+ characters, not shown\)/);
  expect(exitCode).toBe(0);
});

test('shows the sandbox accept the signature, and refuse a tampered one with its reason', async () => {
  const { stdout } = await start({});
  expect(stdout).toMatch(/valid signature +\S+\n +tampered signature +403 AUTHORIZATION_ERROR: INVALID_SIGN\n +The digest does not match/);
});

test('shows the whole way, from the token to the verdict', async () => {
  const { stdout } = await start({});
  expect(stdout).toMatch(/phone ends with 1000 {2}→ {2}passed: It is a live person[^\n]*\n.*phone ends with 1000 {2}→ {2}not passed: /);
});

test('says what is missing of the credentials, and goes on with the mock', async () => {
  const { exitCode, stdout, stderr } = await start({ FINAUTH_API_KEY: 'key', FINAUTH_REGION: 'sgp' });
  expect(stderr).toBe('');
  expect(stdout).toContain('set FINAUTH_API_SECRET and FINAUTH_LIVENESS_ID too');
  expect(stdout).toContain('biz_token');
  expect(exitCode).toBe(0);
});

test('calls the real API with all of the credentials, and fails in clear words', async () => {
  const live = { FINAUTH_API_KEY: 'key', FINAUTH_API_SECRET: 'secret', FINAUTH_REGION: 'sgp', FINAUTH_LIVENESS_ID: 'scene' };
  // A port of this machine that nobody listens on, or is ever given, stands in for the region.
  const { exitCode, stderr } = await start({ ...live, FINAUTH_BASE_URL: 'http://127.0.0.1:2' });
  expect(stderr).toMatch(/^No token: .*could not be reached: connect ECONNREFUSED/);
  expect(exitCode).toBe(1);
});

test('names the regions to someone who misspells theirs', async () => {
  const live = { FINAUTH_API_KEY: 'key', FINAUTH_API_SECRET: 'secret', FINAUTH_REGION: 'spg', FINAUTH_LIVENESS_ID: 'scene' };
  const { exitCode, stderr } = await start(live);
  expect(stderr).toContain(`No token: region must be one of ${Object.keys(servers).join(', ')}`);
  expect(exitCode).toBe(1);
});

function start(environment: Record<string, string>): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const options = { env: { PATH: process.env['PATH'], ...environment } };
    const child = execFile(process.execPath, [join(import.meta.dirname, 'main.ts')], options, (_, stdout, stderr) => {
      done({ exitCode: child.exitCode, stdout, stderr });
    });
  });
}
