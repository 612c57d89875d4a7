import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { describe, expect, it } from 'vitest';
import { finauth, runFinauth } from '../testing/runFinauth.ts';

/** Starts `finauth sandbox` and waits until it has said so much that a line of it fits. */
async function start(args: string[], until: RegExp, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [finauth, 'sandbox', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let notes = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (notes += text));
  await new Promise<void>((resolve, reject) => {
    child.once('close', () => reject(new Error('It ended')));
    child.stdout.setEncoding('utf8').on('data', (text: string) => until.test((stdout += text)) && resolve());
  });
  return { child, stdout, notes: () => notes };
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

  it('prints a line for each call on stderr, with why it was refused, and no field, signature or secret', async () => {
    const { child, stdout, notes } = await start(['--port', '0', '--json', '--quota', '1'], /\n/);
    const { url, credentials, liveness } = JSON.parse(stdout) as Pick<Sandbox, 'url' | 'credentials' | 'liveness'>;
    const env = { FINAUTH_BASE_URL: url, FINAUTH_API_KEY: credentials.apiKey, FINAUTH_API_SECRET: credentials.apiSecret };
    await runFinauth(['token', '--liveness-id', liveness.ok, '--uuid', 'jane-canary'], { env });
    await runFinauth(['token', '--liveness-id', liveness.ok, '--uuid', 'jane-canary', '--retries', '0'], { env });
    child.kill('SIGINT');
    await once(child, 'close');
    const lines = notes().trimEnd().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/^\S+Z getBizToken 200 accepted request_id \S+$/),
      expect.stringMatching(/^\S+Z getBizToken 403 refused AUTHORIZATION_ERROR: LIMIT_REACHED .*request_id \S+: .+/),
    ]);
    expect(notes()).not.toContain('canary');
    expect(notes()).not.toContain(credentials.apiSecret);
  });

  it.each<[string[], number, RegExp]>([
    [['--fail-rate', '1'], 8, /INTERNAL_ERROR/],
    [['--fail-with', 'CONCURRENCY_LIMIT_EXCEEDED'], 8, /CONCURRENCY_LIMIT_EXCEEDED/],
    [['--max-concurrent', '0'], 8, /CONCURRENCY_LIMIT_EXCEEDED/],
    [['--fail-rate', '0', '--quiet'], 0, /^request_id/],
  ])('stands as it is told to: %j', async (args, code, says) => {
    const { child, stdout, notes } = await start(['--port', '0', '--json', ...args], /\n/);
    const { url, credentials } = JSON.parse(stdout) as Pick<Sandbox, 'url' | 'credentials'>;
    const env = { FINAUTH_BASE_URL: url, FINAUTH_API_KEY: credentials.apiKey, FINAUTH_API_SECRET: credentials.apiSecret };
    const ended = await runFinauth(['token', '--liveness-id', 'any', '--retries', '0'], { env });
    expect(ended).toMatchObject({ code, stderr: expect.stringMatching(says) });
    child.kill('SIGINT');
    await once(child, 'close');
    expect(notes() === '').toBe(args.includes('--quiet'));
  });

  it('answers by the clock that it is told to have', async () => {
    const { child, stdout } = await start(['--port', '0', '--json', '--clock-offset', '-7200'], /\n/);
    const { url } = JSON.parse(stdout) as Pick<Sandbox, 'url'>;
    const date = Date.parse((await fetch(`${url}/nothing`, { method: 'POST' })).headers.get('date')!);
    expect(Math.abs(date + 7_200_000 - Date.now())).toBeLessThan(60_000);
    child.kill('SIGINT');
    await once(child, 'close');
  });

  it('accepts the pair of its environment alone, and shows no secret of it', async () => {
    const own = { SANDBOX_API_KEY: 'team-key', SANDBOX_API_SECRET: 'team-secret-canary' };
    const { child, stdout, notes } = await start(['--port', '0', '--json'], /\n/, own);
    const { url, credentials } = JSON.parse(stdout) as { url: string; credentials: object };
    expect(credentials).toEqual({ apiKey: 'team-key' });
    const env = { FINAUTH_BASE_URL: url, FINAUTH_API_KEY: own.SANDBOX_API_KEY, FINAUTH_API_SECRET: own.SANDBOX_API_SECRET };
    expect(await runFinauth(['token', '--liveness-id', 'any'], { env })).toMatchObject({ code: 0 });
    child.kill('SIGINT');
    await once(child, 'close');
    expect(stdout + notes()).not.toContain('canary');
    expect(await runFinauth(['sandbox'], { env: { SANDBOX_API_KEY: 'team-key' } })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Set both SANDBOX_API_KEY and SANDBOX_API_SECRET'),
    });
  });

  it.each([
    [['--fail-rate', '2'], 'from 0 to 1'],
    [['--clock-offset', 'noon'], 'whole number of seconds'],
    [['--fail-with', 'NOTHING'], 'setting fail must be'],
    [['--quota', '-1'], 'whole number, 0 or more'],
  ])('says what is wrong with %j', async (args, says) => {
    expect(await runFinauth(['sandbox', ...args])).toMatchObject({ code: 2, stderr: expect.stringContaining(says) });
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
