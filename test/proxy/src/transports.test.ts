import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BehindProxy, behindProxy } from './behindProxy.ts';
import { HOST, interceptorCa, server, serverCa } from './certificates.ts';
import { knowing, others } from './nodesTried.ts';
import { type CallOutcome, runCall } from './runCall.ts';

const password = 'p@ss:wörd/7';
const login = { user: 'corp\\jane', password };

let behind: BehindProxy;
beforeAll(async () => {
  behind = await behindProxy();
});
afterAll(() => behind[Symbol.asyncDispose]());

const environment = (more: Record<string, string>): Record<string, string> => ({
  FINAUTH_BASE_URL: behind.baseUrl,
  FINAUTH_API_KEY: behind.sandbox.credentials.apiKey,
  FINAUTH_API_SECRET: behind.sandbox.credentials.apiSecret,
  NODE_EXTRA_CA_CERTS: serverCa,
  ...more,
});
const call = (node: string, more: Record<string, string>, rest: object = {}): Promise<CallOutcome[]> =>
  runCall(node, { env: environment(more), ...rest });
/** What became of each call, short. */
const told = (outcomes: readonly CallOutcome[]): string[] =>
  outcomes.map(({ name, token, code }) => `${name} ${token === undefined ? code : 'token'}`);
const all = (what: string): string[] => ['fetch', 'node', 'undici'].map((name) => `${name} ${what}`);
const on = { NODE_USE_ENV_PROXY: '1' };

it('knows on which Node it looks', () => {
  expect(knowing.length).toBeGreaterThan(0);
  expect(others.length).toBe(2);
});

describe.each(knowing)('the environment’s proxy on $name', ({ path }) => {
  it.each<[string, (url: string) => { env: Record<string, string>; args?: string[] }]>([
    ['HTTPS_PROXY', (url) => ({ env: { ...on, HTTPS_PROXY: url } })],
    ['https_proxy, which goes before HTTPS_PROXY', (url) => ({ env: { ...on, https_proxy: url, HTTPS_PROXY: 'http://127.0.0.1:9' } })],
    ['HTTP_PROXY alone', (url) => ({ env: { ...on, HTTP_PROXY: url } })],
    ['--use-env-proxy', (url) => ({ env: { HTTPS_PROXY: url }, args: ['--use-env-proxy'] })],
    ['--use-env-proxy in NODE_OPTIONS', (url) => ({ env: { HTTPS_PROXY: url, NODE_OPTIONS: '--use-env-proxy' } })],
    ['a NO_PROXY for others', (url) => ({ env: { ...on, HTTPS_PROXY: url, NO_PROXY: `x${HOST},10.0.0.0/8 ${HOST}:8443` } })],
  ])('carries all three transports: %s', async (_what, given) => {
    const proxy = await behind.proxy();
    const { env, ...rest } = given(proxy.url);
    expect(told(await call(path, env, rest))).toEqual(all('token'));
    expect(proxy.requests).toEqual(Array(3).fill(`CONNECT ${HOST}:443`));
  });

  it.each([HOST, HOST.toUpperCase(), `.invalid`, `*.invalid`, 'invalid', `${HOST}:443`, '*', `localhost, ${HOST}`, `localhost ${HOST}`])(
    'is left alone by all three where NO_PROXY has %s',
    async (NO_PROXY) => {
      const proxy = await behind.proxy();
      const outcomes = await call(path, { ...on, HTTPS_PROXY: proxy.url, NO_PROXY });
      expect(told(outcomes)).toEqual(all('ERR_CONNECTION'));
      for (const { message } of outcomes) expect(message).toContain(`ENOTFOUND ${HOST}`);
      expect(proxy.requests).toEqual([]);
    },
  );

  it('is not used unless Node is told to', async () => {
    const proxy = await behind.proxy();
    for (const env of [{}, { NODE_USE_ENV_PROXY: '0' }]) {
      expect(told(await call(path, { HTTPS_PROXY: proxy.url, ...env }))).toEqual(all('ERR_CONNECTION'));
    }
    expect(proxy.requests).toEqual([]);
  });

  it.each(['undici-7.0', 'undici-8'])('carries %s too, and its failures end', async (name) => {
    const proxy = await behind.proxy({ login });
    const noProxy = { ...on, HTTPS_PROXY: proxy.url, NO_PROXY: 'invalid' };
    const to = async (env: Record<string, string>): Promise<CallOutcome> => (await call(path, env, { transports: [name] }))[0]!;
    expect(await to({ ...on, HTTPS_PROXY: proxy.url })).toMatchObject({ token: expect.any(String) });
    expect(await to(noProxy)).toMatchObject({ message: expect.stringContaining(`ENOTFOUND ${HOST}`) });
    const resets = await behind.proxy({ misbehave: 'reset' });
    expect(await to({ ...on, HTTPS_PROXY: resets.url })).toMatchObject({ message: expect.stringContaining('the proxy gave no tunnel') });
    expect(resets.requests).toHaveLength(1);
  });

  it('keeps its tunnel for the next call', async () => {
    const proxy = await behind.proxy();
    expect(told(await call(path, { ...on, HTTPS_PROXY: proxy.url, CALLS: '6' }))).toEqual(all('token'));
    // One each. undici, which is behind fetch too, takes a second where the first has just answered.
    expect(proxy.requests.length).toBeLessThanOrEqual(5);
  });

  it('carries plain HTTP too, whose proxy is that of HTTP_PROXY alone', async () => {
    const proxy = await behind.proxy({ knows: { 'plain.invalid': Number(new URL(behind.sandbox.url).port) }, login });
    const plain = { ...on, FINAUTH_BASE_URL: 'http://plain.invalid' };
    expect(told(await call(path, { ...plain, HTTP_PROXY: proxy.url }))).toEqual(all('token'));
    expect(proxy.requests).toHaveLength(3);
    expect(told(await call(path, { ...plain, HTTPS_PROXY: proxy.url }))).toEqual(all('ERR_CONNECTION'));
    expect(proxy.requests).toHaveLength(3);
  });

  it('gets its login, whatever characters it has', async () => {
    const proxy = await behind.proxy({ login });
    expect(told(await call(path, { ...on, HTTPS_PROXY: proxy.url }))).toEqual(all('token'));
  });

  it.each<[string, 407 | 403 | 502 | 'reset', RegExp, string[]?]>([
    ['407', 407, /407/],
    ['403', 403, /403/],
    ['502', 502, /502/],
    // Node's own fetch connects again and again until the time is over: nodejs/undici#3897.
    ['reset', 'reset', /proxy tunnel|the proxy gave no tunnel/, ['node', 'undici']],
  ])('that answers %s is a connection error that says so, with no password in it', async (_what, misbehave, says, transports) => {
    const proxy = await behind.proxy({ misbehave, login });
    const outcomes = await call(
      path,
      { ...on, HTTPS_PROXY: proxy.url.replace(encodeURIComponent(password), misbehave === 407 ? 'wr0ng-secret' : '$&') },
      transports && { transports },
    );
    expect(told(outcomes)).toEqual((transports ?? ['fetch', 'node', 'undici']).map((name) => `${name} ERR_CONNECTION`));
    for (const { message, whole } of outcomes) {
      expect(message).toMatch(says);
      expectNoPassword(whole!, misbehave === 407 ? 'wr0ng-secret' : password);
    }
    expect(proxy.requests.length).toBeLessThan(10);
  });

  it('that is down is a connection error with the code', async () => {
    const outcomes = await call(path, { ...on, HTTPS_PROXY: `http://jane:${encodeURIComponent(password)}@127.0.0.1:9` });
    expect(told(outcomes)).toEqual(all('ERR_CONNECTION'));
    for (const { message, whole } of outcomes) {
      expect(message).toContain('ECONNREFUSED');
      expectNoPassword(whole!, password);
    }
  });

  it('that hangs ends in time', async () => {
    const proxy = await behind.proxy({ misbehave: 'hang' });
    const outcomes = await call(path, { ...on, HTTPS_PROXY: proxy.url, EXIT_AT_ONCE: '1' }, { timeoutMs: 300 });
    expect(told(outcomes)).toEqual(all('ERR_TIMEOUT'));
  });

  it.each(['node', 'undici'])('that hangs does not keep a process for ever, by %s', async (transport) => {
    const proxy = await behind.proxy({ misbehave: 'hang' });
    const outcomes = await call(path, { ...on, HTTPS_PROXY: proxy.url }, { timeoutMs: 300, transports: [transport] });
    expect(told(outcomes)).toEqual([`${transport} ERR_TIMEOUT`]);
  });

  it('that reads along is trusted by NODE_EXTRA_CA_CERTS and by nothing else', async () => {
    const proxy = await behind.proxy({ intercepts: true });
    const refused = await call(path, { ...on, HTTPS_PROXY: proxy.url });
    expect(told(refused)).toEqual(all('ERR_CONNECTION'));
    for (const { message } of refused) expect(message).toMatch(/certificate/);
    expect(told(await call(path, { ...on, HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: interceptorCa }))).toEqual(all('token'));
  });

  it('may speak TLS itself', async () => {
    const proxy = await behind.proxy({ identity: server, login });
    // undici 8 cannot reach one by its address.
    const url = proxy.url.replace('127.0.0.1', 'localhost');
    expect(told(await call(path, { ...on, HTTPS_PROXY: url }))).toEqual(all('token'));
  });

  it('that is no http: or https: is refused by both fast transports, without its password', async () => {
    const HTTPS_PROXY = 'socks5://jane:wr0ng-secret@127.0.0.1:1080';
    const outcomes = await call(path, { ...on, HTTPS_PROXY }, { transports: ['node', 'undici'] });
    expect(told(outcomes)).toEqual(['node ERR_CONFIG', 'undici ERR_CONFIG']);
    for (const { message, whole } of outcomes) {
      expect(message).toMatch(/^HTTPS_PROXY must be a URL with http: or https:/);
      expectNoPassword(whole!, 'wr0ng-secret');
    }
  });
});

describe.each(others)('on $name, which cannot use it', ({ path }) => {
  it('all three go directly', async () => {
    const proxy = await behind.proxy();
    const outcomes = await call(path, { ...on, HTTPS_PROXY: proxy.url });
    expect(told(outcomes)).toEqual(all('ERR_CONNECTION'));
    for (const { message } of outcomes) expect(message).toContain(`ENOTFOUND ${HOST}`);
    expect(proxy.requests).toEqual([]);
  });
});

function expectNoPassword(text: string, secret: string): void {
  for (const form of [
    secret,
    encodeURIComponent(secret),
    Buffer.from(`${login.user}:${secret}`).toString('base64'),
    Buffer.from(`jane:${secret}`).toString('base64'),
  ])
    expect(text.includes(form), `the password as ${form}`).toBe(false);
}
