import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { byteLimits, errorCatalogue, errorPages, gatewayErrors, servers, signatureScheme } from '@finauth-sdk/client';
import { exampleAnswers } from '@finauth-sdk/client/examples';
import { describe, expect, it } from 'vitest';
import { exitCodes, exitMeanings } from './exitCodes.ts';
import { answerServer, type CannedAnswer } from './testing/answerServer.ts';
import { type Ended, runFinauth } from './testing/runFinauth.ts';

const env = { FINAUTH_API_KEY: 'example-key', FINAUTH_API_SECRET: 'example-secret' };
const token = (url: string, ...more: string[]): Promise<Ended> =>
  runFinauth(['token', '--base-url', url, '--liveness-id', 'example-scene', '--retries', '0', '--json', ...more], { env });

async function tokenFrom(answer: CannedAnswer | undefined, ...more: string[]): Promise<Ended> {
  await using server = await answerServer(answer);
  return await token(server.url, ...more);
}

/** What the answer's class must be, said once more and in other words: from what a caller can do about it. */
function expected(retry: string, status: number): number {
  if (retry === 'later') return 8;
  return status === 403 ? 6 : 7;
}

const answers = Object.entries(errorCatalogue).flatMap(([code, { status, reasons, retry }]): [string, number, number][] => [
  [code, status, expected(retry, status)],
  ...Object.entries(reasons ?? {}).map(([reason, advice]): [string, number, number] => [
    `${code}: ${reason}`,
    status,
    expected(advice.retry, status),
  ]),
]);

const pageName = (error: string): string => error.split(': ').at(-1)!.toLowerCase();

describe('the exit code of finauth token', () => {
  it.concurrent.each(answers)('for %s', async (error, status, exitCode) => {
    const { code, stdout, stderr } = await tokenFrom({ status, body: { error, request_id: 'r-1', time_used: 1 } });
    expect(code).toBe(exitCode);
    expect(stderr).toMatch(
      new RegExp(`^finauth: FinAuth answered ${status} ${error}\\. [^\\n]+\\(request_id r-1\\)\\n${errorPages}\\w+/\\n$`),
    );
    expect(JSON.parse(stdout)).toMatchObject({
      error: { exitCode, status, code: error.split(':')[0], requestId: 'r-1', docsUrl: `${errorPages}${pageName(error)}/` },
    });
  });

  it.concurrent.each(Object.entries(gatewayErrors))('for a gateway that answers %s with HTML', async (status, { retry, remedy }) => {
    const { code, stderr } = await tokenFrom({ status: Number(status), body: '<h1>gateway</h1>' });
    expect(code).toBe(retry === 'later' ? 8 : 5);
    expect(stderr).toContain(remedy);
  });

  // Of codes that the error model does not have, the status tells.
  it.concurrent.each([
    [401, 6],
    [403, 6],
    [402, 7],
    [404, 7],
    [499, 7],
    [500, 8],
    [599, 8],
  ])('for an unknown code with %i', async (status, exitCode) => {
    expect(await tokenFrom({ status, body: { error: 'SOMETHING_NEW', request_id: 'r-1', time_used: 1 } })).toMatchObject({
      code: exitCode,
    });
  });

  it('is 0 for a token, which is all of stdout', async () => {
    const answer = { ...exampleAnswers.getBizToken, biz_token: 'token-1', request_id: 'r-1', time_used: 3 };
    await using server = await answerServer({ status: 200, body: answer });
    expect(
      await runFinauth(['token', '--liveness-id', 'a', '--uuid', 'user-1'], { env: { ...env, FINAUTH_BASE_URL: server.url } }),
    ).toEqual({ code: 0, stdout: 'token-1\n', stderr: 'request_id r-1, 3 ms\n' });
    expect(JSON.parse((await token(server.url)).stdout)).toEqual(answer);
    expect(server.requests[0]).toMatchObject({ method: 'POST', body: expect.stringContaining('user-1') });
  });

  it('is 2 for arguments that are not right, and nothing is sent', async () => {
    await using server = await answerServer({ status: 200 });
    expect(await token(server.url, '--uuid', 'x'.repeat(byteLimits.getBizToken.uuid + 1))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('uuid'),
    });
    expect(await token(server.url, '--timeout-ms', 'soon')).toMatchObject({ code: 2, stderr: expect.stringContaining('--timeout-ms') });
    expect(await token(server.url, '--region', 'mars')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(Object.keys(servers).join(', ')),
    });
    expect(await runFinauth(['token', '--base-url', server.url], { env })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--liveness-id'),
    });
    expect(await runFinauth(['tokn'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean token?') });
    expect(await runFinauth([])).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage: finauth') });
    expect(await runFinauth(['explain'])).toMatchObject({ code: 2, stderr: expect.stringContaining('signature is missing') });
    expect(await runFinauth(['explain'], { input: 'A'.repeat(70_000) })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('4096'),
    });
    expect(await runFinauth(['explain', 'A'.repeat(5_000)])).toMatchObject({ code: 2, stderr: expect.stringContaining('4096') });
    expect(server.requests).toEqual([]);
  });

  it.concurrent.each([
    ['token', '--timeout-ms', '0'],
    ['token', '--timeout-ms', '2147483648'],
    ['token', '--retries', '-1'],
    ['doctor', '--timeout-ms', '0'],
    ['doctor', '--timeout-ms', '2147483648'],
    ['sign', '--random', '99999999999'],
    ['sign', '--window-seconds', '0'],
    ['sign', '--window-seconds', '99999999999'],
    ['sign', '--at', '99999999999'],
    ['sign', '--at', '1969-12-31'],
    ['explain', '--at', '99999999999'],
    ['sandbox', '--port', '65536'],
    ['sandbox', '--latency-ms', '600001'],
  ])('is 2 for %s %s %s, and the option is named', async (command, option, value) => {
    const { code, stdout, stderr } = await runFinauth([command, option, value], { env });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^finauth: .*${option} .*Use (?:a )?whole .*\\n$`));
  });

  it.concurrent.each([
    ['--random', '0'],
    ['--random', String(10 ** signatureScheme.randomMaxDigits - 1)],
    ['--window-seconds', '1'],
    ['--at', '9999999999', '--window-seconds', '1000000000'],
    ['--at', '0'],
  ])('is 0 at the bounds: sign %s %s', async (...args) => {
    expect(await runFinauth(['sign', ...args], { env })).toMatchObject({ code: 0 });
  });

  it('is 3 for a set-up that is not right, and nothing is sent', async () => {
    await using server = await answerServer({ status: 200 });
    const withEnv = (changed: Record<string, string>): Promise<Ended> =>
      runFinauth(['token', '--liveness-id', 'a'], { env: { ...env, FINAUTH_BASE_URL: server.url, ...changed } });
    expect(await withEnv({ FINAUTH_API_SECRET: '' })).toMatchObject({
      code: 3,
      stdout: '',
      stderr: expect.stringContaining('FINAUTH_API_SECRET is not set'),
    });
    expect(await withEnv({ FINAUTH_API_SECRET: '', FINAUTH_API_KEY: '' })).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('FINAUTH_API_KEY and FINAUTH_API_SECRET are not set'),
    });
    expect(await withEnv({ FINAUTH_API_KEY: ' example-key' })).toMatchObject({ code: 3, stderr: expect.stringContaining('white space') });
    // The client would refuse them too, but no other command has one.
    for (const padded of [
      { FINAUTH_API_KEY: ' example-key' },
      { FINAUTH_API_SECRET: 'example-secret\n' },
      { FINAUTH_API_SECRET: '\texample-secret' },
    ])
      expect(await runFinauth(['sign'], { env: { ...env, ...padded } })).toMatchObject({
        code: 3,
        stdout: '',
        stderr: expect.stringContaining('white space'),
      });
    expect(await withEnv({ FINAUTH_BASE_URL: '' })).toMatchObject({ code: 3, stderr: expect.stringContaining('FINAUTH_REGION') });
    expect(await withEnv({ FINAUTH_BASE_URL: 'http://192.0.2.1' })).toMatchObject({ code: 3, stderr: expect.stringContaining('https:') });
    expect(server.requests).toEqual([]);
  });

  it('is 4 where no answer comes', async () => {
    expect(await token(await closedPort())).toMatchObject({ code: 4, stderr: expect.stringContaining('ECONNREFUSED') });
    expect(await token('https://name.invalid')).toMatchObject({ code: 4, stderr: expect.stringContaining('name.invalid') });
    expect(await tokenFrom(undefined, '--timeout-ms', '300')).toMatchObject({ code: 4, stderr: expect.stringContaining('300 ms') });
  });

  it('is 5 for what is not FinAuth', async () => {
    expect(await tokenFrom({ status: 200, body: '<h1>Log in</h1>' })).toMatchObject({ code: 5 });
    expect(await tokenFrom({ status: 302, headers: () => ({ location: 'https://example.com' }) })).toMatchObject({
      code: 5,
      stderr: expect.stringContaining('redirect'),
    });
  });

  it.each([
    ['control characters', 'token\u001b[31m\n', 'biz_token'],
    ['the secret', `token-${env.FINAUTH_API_SECRET}`, 'repeats a secret'],
    ['a signature', 'q1ljrVuaTqnN0xO+W+hNqOaqGM1hPWV4YW1wbGUta2V5JmI9MTgwMDAwMDEwMCZjPTE4MDAwMDAwMDAmZD0xMjM0NTY3ODkw', 'is not shown'],
  ])('is 5 for a token that holds %s, and it is not shown', async (_what, biz_token, says) => {
    const body = { ...exampleAnswers.getBizToken, biz_token };
    await using server = await answerServer({ status: 200, body });
    for (const more of [[], ['--json']]) {
      // One after the other: a process for each at once would crowd two cores.
      const { code, stdout, stderr } = await runFinauth(['token', '--base-url', server.url, '--liveness-id', 'a', ...more], { env });
      expect({ code, quiet: more.length > 0 || stdout === '' }).toEqual({ code: 5, quiet: true });
      expect(stderr).toContain(says);
      expect(stdout + stderr).not.toContain(JSON.stringify(biz_token).slice(1, -1));
      expect(stdout + stderr).not.toContain(biz_token);
    }
  });

  it('calls the region that is given, even if the environment has a base URL', async () => {
    await using server = await answerServer({ status: 200, body: exampleAnswers.getBizToken });
    // No test may call FinAuth: here no name has an address.
    const script = `import dns from 'node:dns'; dns.lookup = (name, options, done) => done(Object.assign(new Error('getaddrinfo ENOTFOUND ' + name), { code: 'ENOTFOUND', hostname: name }));`;
    const given = { ...env, FINAUTH_BASE_URL: server.url, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
    const [region = '', { url }] = Object.entries(servers)[0]!;
    const call = ['token', '--liveness-id', 'a', '--retries', '0'];
    expect(await runFinauth([...call, '--region', region], { env: given })).toMatchObject({
      code: 4,
      stderr: expect.stringContaining(new URL(url).host),
    });
    expect(server.requests).toEqual([]);
    expect(await runFinauth([...call, '--region', region, '--base-url', server.url], { env: given })).toMatchObject({ code: 0 });
    expect(await runFinauth(call, { env: { ...given, FINAUTH_REGION: region } })).toMatchObject({ code: 0 });
    expect(server.requests).toHaveLength(2);
  });

  it('shows a hostile answer on one line, without escape codes, and the page of its error on the next', async () => {
    const { stderr } = await tokenFrom({ status: 403, body: { error: 'AUTHORIZATION_ERROR: \u001b[31mred\nline\u0007' } });
    expect(stderr).toMatch(/^finauth: [\x20-\x7e]+\n[\x21-\x7e]+\n$/);
  });
});

it('each exit code is in the help, and in the README', async () => {
  const { stdout, code } = await runFinauth(['--help']);
  expect(code).toBe(0);
  for (const [exitClass, number] of Object.entries(exitCodes))
    expect(stdout).toContain(` ${number}  ${exitMeanings[exitClass as keyof typeof exitMeanings]}\n`);
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const rows = Object.entries(exitCodes).map(
    ([exitClass, number]) => `| ${number} | ${exitClass} | ${exitMeanings[exitClass as keyof typeof exitMeanings]} |\n`,
  );
  expect(readme.replaceAll('`', '')).toContain(rows.join(''));
});

async function closedPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
