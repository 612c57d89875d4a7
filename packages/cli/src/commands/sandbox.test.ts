import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { describe, expect, it } from 'vitest';
import { finauth, runFinauth } from '../testing/runFinauth.ts';

/** Starts `finauth sandbox` and waits until it has said so much that a line of it fits. */
async function start(args: string[], until: RegExp) {
  const child = spawn(process.execPath, [finauth, 'sandbox', ...args], { env: {}, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  await new Promise<void>((resolve, reject) => {
    child.once('close', () => reject(new Error('It ended')));
    child.stdout.setEncoding('utf8').on('data', (text: string) => until.test((stdout += text)) && resolve());
  });
  return { child, stdout };
}

describe('finauth sandbox', () => {
  it('prints what one needs to call it, serves, and ends with Ctrl-C', async () => {
    const { child, stdout } = await start(['--port', '0', '--json'], /\n/);
    const { url, credentials, liveness } = JSON.parse(stdout) as Pick<Sandbox, 'url' | 'credentials' | 'liveness'>;
    const env = { FINAUTH_BASE_URL: url, FINAUTH_API_KEY: credentials.apiKey, FINAUTH_API_SECRET: credentials.apiSecret };
    expect(await runFinauth(['token', '--liveness-id', liveness.ok], { env })).toMatchObject({ code: 0 });
    expect(await runFinauth(['token', '--liveness-id', liveness.DENIED], { env })).toMatchObject({
      code: 6,
      stderr: expect.stringContaining('DENIED'),
    });
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(await runFinauth(['token', '--liveness-id', 'a', '--retries', '0'], { env })).toMatchObject({ code: 4 });
  });

  it('says it for people, as lines for a .env file and a list of liveness_ids', async () => {
    const { child, stdout } = await start(['--port', '0'], /UNLISTED/);
    await using reference = await startSandbox();
    expect(stdout).toMatch(/^The sandbox is up: http:\/\/127\.0\.0\.1:\d+\n/);
    expect(stdout).toContain(`  FINAUTH_API_SECRET=${reference.credentials.apiSecret}\n`);
    for (const id of Object.values(reference.liveness)) expect(stdout).toContain(`  ${id} `);
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  it('opens its page by the hosts that it was told, and says which are none', async () => {
    const { child, stdout } = await start(['--port', '0', '--json', '--allowed-host', 'sandbox', 'dev.test'], /\n/);
    const { url } = JSON.parse(stdout) as Pick<Sandbox, 'url'>;
    const ask = (host: string): Promise<number | undefined> =>
      new Promise((done, fail) => get(url, { headers: { host } }, (answer) => done(answer.resume().statusCode)).on('error', fail));
    expect(await Promise.all(['sandbox', 'dev.test', 'evil.test'].map(ask))).toEqual([200, 200, 403]);
    child.kill('SIGTERM');
    await once(child, 'close');
    expect(await runFinauth(['sandbox', '--allowed-host', 'http://sandbox'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('allowedHosts must be'),
    });
  });

  it('says when the port is taken, or is none', async () => {
    await using other = await startSandbox();
    expect(await runFinauth(['sandbox', '--port', new URL(other.url).port])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^finauth: Port \d+ is taken: .*\n$/),
    });
    expect(await runFinauth(['sandbox', '--port', '99999'])).toMatchObject({ code: 2, stderr: expect.stringContaining('99999') });
    expect(await runFinauth(['sandbox', '--host', '192.0.2.1'])).toMatchObject({ code: 2, stderr: expect.stringContaining('192.0.2.1') });
  });
});
