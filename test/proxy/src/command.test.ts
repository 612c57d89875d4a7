import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BehindProxy, behindProxy } from './behindProxy.ts';
import { HOST, interceptorCa, server, serverCa } from './certificates.ts';
import { knowing, others } from './nodesTried.ts';
import { type CommandOutcome, runCommand } from './runCommand.ts';

const login = { user: 'corp\\jane', password: 'p@ss:wörd/7' };
const on = { NODE_USE_ENV_PROXY: '1' };

interface Check {
  readonly name: string;
  readonly status: string;
  readonly says: string;
  readonly remedy?: string;
}

let behind: BehindProxy;
beforeAll(async () => {
  behind = await behindProxy();
});
afterAll(() => behind[Symbol.asyncDispose]());

const environment = (more: Record<string, string>): Record<string, string> => ({
  FINAUTH_BASE_URL: behind.baseUrl,
  FINAUTH_API_KEY: behind.sandbox.credentials.apiKey,
  FINAUTH_API_SECRET: behind.sandbox.credentials.apiSecret,
  FINAUTH_LIVENESS_ID: 'scene',
  NODE_EXTRA_CA_CERTS: serverCa,
  ...more,
});

async function token(node: string, more: Record<string, string>, ...args: string[]): Promise<CommandOutcome> {
  return withoutPassword(await runCommand(node, ['token', '--retries', '0', ...args], environment(more)));
}

async function doctor(
  node: string,
  more: Record<string, string>,
  ...args: string[]
): Promise<{ code: number | null; checks: Record<string, Check> }> {
  const ended = withoutPassword(await runCommand(node, ['doctor', '--json', ...args], environment(more)));
  expect(ended.stderr).toBe('');
  const { checks } = JSON.parse(ended.stdout) as { checks: Check[] };
  for (const { status, remedy } of checks) expect(remedy !== undefined).toBe(status === 'failed' || status === 'warned');
  return { code: ended.code, checks: Object.fromEntries(checks.map((check) => [check.name, check])) };
}

/** No test may see it, whatever happened. */
function withoutPassword(outcome: CommandOutcome): CommandOutcome {
  const sent = Buffer.from(`${login.user}:${login.password}`).toString('base64');
  for (const form of [login.password, encodeURIComponent(login.password), sent])
    expect(outcome.stdout + outcome.stderr).not.toContain(form);
  return outcome;
}

const statusesOf = (checks: Record<string, Check>): Record<string, string> =>
  Object.fromEntries(Object.values(checks).map(({ name, status }) => [name, status]));

const throughProxy = {
  credentials: 'passed',
  region: 'passed',
  proxy: 'passed',
  name: 'skipped',
  TLS: 'passed',
  HTTP: 'passed',
  clock: 'passed',
  signature: 'passed',
  call: 'passed',
};

describe.each(knowing)('behind a proxy, on $name', ({ path }) => {
  it('token and doctor go through it, to a name that only it can resolve', async () => {
    const proxy = await behind.proxy({ login });
    const env = { ...on, HTTPS_PROXY: proxy.url };
    expect(await token(path, env)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\S+\n$/) });
    const { code, checks } = await doctor(path, env);
    expect({ code, statuses: statusesOf(checks) }).toEqual({ code: 0, statuses: throughProxy });
    expect(checks.proxy!.says).toBe(`calls go through HTTPS_PROXY, http://127.0.0.1:${proxy.port}, which opens a tunnel to ${HOST}`);
    expect(checks.name!.says).toBe(`the proxy resolves ${HOST}`);
    expect(new Set(proxy.requests)).toEqual(new Set([`CONNECT ${HOST}:443`]));
  });

  it('and through one that speaks TLS itself', async () => {
    const proxy = await behind.proxy({ identity: server });
    const env = { ...on, HTTPS_PROXY: proxy.url.replace('127.0.0.1', 'localhost') };
    expect(await token(path, env)).toMatchObject({ code: 0 });
    expect(statusesOf((await doctor(path, env)).checks)).toEqual(throughProxy);
  });

  it('that inspects TLS: both name NODE_EXTRA_CA_CERTS as the remedy, and it is one', async () => {
    const proxy = await behind.proxy({ intercepts: true });
    const env = { ...on, HTTPS_PROXY: proxy.url };
    for (const [given, remedy] of [
      [{ ...env, NODE_EXTRA_CA_CERTS: '' }, /set NODE_EXTRA_CA_CERTS to its path before Node starts/],
      [env, /NODE_EXTRA_CA_CERTS is set but does not help/],
    ] as const) {
      expect(await token(path, given)).toMatchObject({ code: 4, stderr: expect.stringMatching(remedy) });
      const { code, checks } = await doctor(path, given);
      expect(code).toBe(9);
      expect(statusesOf(checks)).toMatchObject({ proxy: 'passed', TLS: 'failed', HTTP: 'skipped', call: 'skipped' });
      expect(checks.TLS).toMatchObject({
        says: expect.stringContaining('Example Corp Inspection CA'),
        remedy: expect.stringMatching(remedy),
      });
    }
    const trusted = { ...env, NODE_EXTRA_CA_CERTS: interceptorCa };
    expect(await token(path, trusted)).toMatchObject({ code: 0 });
    const { code, checks } = await doctor(path, trusted);
    expect({ code, statuses: statusesOf(checks) }).toEqual({ code: 0, statuses: throughProxy });
    expect(checks.TLS!.says).toContain('Example Corp Inspection CA');
  });

  it('the variables that are set and not used: both say so, and how to use them on this Node', async () => {
    const proxy = await behind.proxy();
    for (const variable of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY']) {
      const { code, checks } = await doctor(path, { [variable]: proxy.url });
      expect(code).toBe(9);
      expect(checks.proxy).toMatchObject({
        status: 'warned',
        says: `${variable} is set but not used: calls go directly to ${HOST}`,
        remedy: expect.stringMatching(/NODE_USE_ENV_PROXY=1.*--use-env-proxy/),
      });
      expect(checks.name).toMatchObject({ status: 'failed', remedy: expect.stringContaining('only the proxy can resolve the name') });
    }
    expect(await token(path, { HTTPS_PROXY: proxy.url })).toMatchObject({
      code: 4,
      stderr: expect.stringMatching(/HTTPS_PROXY is set but not used\. .*NODE_USE_ENV_PROXY=1/),
    });
    expect((await doctor(path, { ...on, ALL_PROXY: proxy.url })).checks.proxy).toMatchObject({
      status: 'warned',
      remedy: expect.stringContaining('Node does not read ALL_PROXY'),
    });
    expect(proxy.requests).toEqual([]);
  });

  it('NO_PROXY exempts the host from doctor’s checks as from the call', async () => {
    const proxy = await behind.proxy();
    const { checks } = await doctor(path, { ...on, HTTPS_PROXY: proxy.url, NO_PROXY: `.${HOST}` });
    expect(checks.proxy).toMatchObject({ status: 'passed', says: `NO_PROXY exempts ${HOST} from HTTPS_PROXY: calls go directly` });
    expect(checks.name).toMatchObject({ status: 'failed' });
    expect(await token(path, { ...on, HTTPS_PROXY: proxy.url, NO_PROXY: `.${HOST}` })).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('NO_PROXY exempts the host'),
    });
    // To the sandbox itself, on this machine.
    const direct = { ...on, HTTP_PROXY: proxy.url, FINAUTH_BASE_URL: behind.sandbox.url, NO_PROXY: '127.0.0.1' };
    expect(await token(path, direct)).toMatchObject({ code: 0 });
    expect(statusesOf((await doctor(path, direct)).checks)).toMatchObject({ proxy: 'passed', HTTP: 'passed', call: 'passed' });
    expect(proxy.requests).toEqual([]);
  });

  it('plain HTTP goes through it too', async () => {
    const proxy = await behind.proxy({ knows: { 'plain.invalid': Number(new URL(behind.sandbox.url).port) }, login });
    const env = { ...on, HTTP_PROXY: proxy.url, FINAUTH_BASE_URL: 'http://plain.invalid' };
    expect(await token(path, env, '--allow-insecure-http')).toMatchObject({ code: 0 });
    const { checks } = await doctor(path, env);
    expect(statusesOf(checks)).toMatchObject({ proxy: 'passed', name: 'skipped', TLS: 'warned', HTTP: 'passed', clock: 'passed' });
  });

  it.each<[string, Parameters<BehindProxy['proxy']>[0], RegExp, RegExp]>([
    ['wants a login', { login }, /407/, /set HTTPS_PROXY to http:\/\/user:password@/],
    ['forbids the host', { misbehave: 403 }, /403/, /have finauth\.invalid added to its allowlist/],
    ['cannot reach the host', { misbehave: 502 }, /502/, /The proxy cannot reach finauth\.invalid/],
    ['hangs', { misbehave: 'hang' }, /ETIMEDOUT/, /The proxy itself could not be reached/],
    ['ends the connection', { misbehave: 'reset' }, /ECONNRESET/, /The proxy itself could not be reached/],
    ['takes only NTLM', { login, offers: 'Negotiate, NTLM' }, /407/, /a login by negotiate or ntlm, which Node does not support/],
  ])('one that %s: doctor says so with its remedy, and both end in time', async (_what, options, says, remedy) => {
    const proxy = await behind.proxy(options);
    const env = { ...on, HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
    const [lost, { code, checks }] = await Promise.all([
      token(path, env, '--timeout-ms', '1500'),
      doctor(path, env, '--timeout-ms', '1500'),
    ]);
    expect(lost).toMatchObject({ code: 4, stderr: expect.stringContaining('The call went through the proxy of HTTPS_PROXY') });
    expect(code).toBe(9);
    expect(checks.proxy).toMatchObject({ status: 'failed', says: expect.stringMatching(says), remedy: expect.stringMatching(remedy) });
    expect(statusesOf(checks)).toMatchObject({ name: 'skipped', TLS: 'skipped', HTTP: 'skipped', clock: 'skipped', call: 'skipped' });
  });

  it('one that is down, refuses the password, or is no URL', async () => {
    const proxy = await behind.proxy({ login: { ...login, user: 'somebody-else' } });
    const wrong = `http://${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}@127.0.0.1:`;
    for (const [HTTPS_PROXY, remedy] of [
      [`${wrong}9`, /Nothing listens there/],
      [`${wrong}${proxy.port}`, /rejects the login in HTTPS_PROXY/],
      ['socks5://127.0.0.1:1080', /Use http: or https:/],
    ] as const) {
      const { code, checks } = await doctor(path, { ...on, HTTPS_PROXY });
      expect(code).toBe(9);
      expect(checks.proxy).toMatchObject({ status: 'failed', remedy: expect.stringMatching(remedy) });
    }
  });
});

describe.each(others)('on $name, which cannot use the environment’s proxy', ({ path, name }) => {
  it('both say so, and what can be done', async () => {
    const proxy = await behind.proxy({ login });
    const env = { ...on, HTTPS_PROXY: proxy.url };
    const { checks } = await doctor(path, env);
    expect(checks.proxy).toMatchObject({
      status: 'warned',
      says: `HTTPS_PROXY is set but not used: calls go directly to ${HOST}`,
      remedy: expect.stringMatching(new RegExp(`^Node v${name.slice(5)}\\..*22\\.21.*24\\.5.*https-proxy-agent.*ProxyAgent`)),
    });
    expect(await token(path, env)).toMatchObject({ code: 4, stderr: expect.stringContaining('HTTPS_PROXY is set but not used') });
    expect(proxy.requests).toEqual([]);
  });
});

it('without a proxy in the environment doctor says nothing of one', async () => {
  const { checks } = await doctor(knowing[0]!.path, { FINAUTH_BASE_URL: behind.sandbox.url });
  expect(Object.keys(checks)).toEqual(['credentials', 'region', 'name', 'TLS', 'HTTP', 'clock', 'signature', 'call']);
});
