import { globalAgent } from 'node:https';
import { afterEach, describe, expect, it } from 'vitest';
import { FinAuthConfigError } from '../errors.ts';
import { agentProxy, environmentProxy, proxyInUse, tunnelFailure, tunnelRefusal } from './envProxy.ts';

// Where Node keeps what it was told; test/proxy has it told by a variable and a flag.
const options = globalAgent.options as { proxyEnv?: Record<string, string> | undefined };
afterEach(() => void (options.proxyEnv = undefined));

const URL_OF_CALL = 'https://api.example.com';
const PROXY = 'http://proxy.example:3128';

describe('which proxy serves a call', () => {
  it.each<[env: Record<string, string>, url: string, variable: string | undefined]>([
    [{ HTTPS_PROXY: PROXY }, URL_OF_CALL, 'HTTPS_PROXY'],
    [{ HTTPS_PROXY: PROXY, https_proxy: PROXY }, URL_OF_CALL, 'https_proxy'],
    [{ HTTPS_PROXY: PROXY, https_proxy: '' }, URL_OF_CALL, 'HTTPS_PROXY'],
    [{ HTTP_PROXY: PROXY }, URL_OF_CALL, 'HTTP_PROXY'],
    [{ HTTP_PROXY: PROXY, http_proxy: PROXY, HTTPS_PROXY: PROXY }, 'http://api.example.com', 'http_proxy'],
    [{ HTTPS_PROXY: PROXY }, 'http://api.example.com', undefined],
    [{ ALL_PROXY: PROXY }, URL_OF_CALL, undefined],
    [{}, URL_OF_CALL, undefined],
  ])('%j for %s: %s', (proxyEnv, url, variable) => {
    options.proxyEnv = proxyEnv;
    expect(environmentProxy(url)?.variable).toBe(variable);
    expect(proxyInUse(url)).toBe(variable && PROXY);
  });

  it.each<[noProxy: string, url: string, exempt: boolean]>([
    ['api.example.com', URL_OF_CALL, true],
    ['API.EXAMPLE.COM', URL_OF_CALL, true],
    ['api.example.com.', URL_OF_CALL, true],
    ['api.example.com', 'https://api.example.com.', true],
    ['example.com', URL_OF_CALL, true],
    ['.example.com', URL_OF_CALL, true],
    ['*.example.com', URL_OF_CALL, true],
    ['.example.com', 'https://example.com', true],
    ['*.example.com', 'https://example.com', false],
    ['*', URL_OF_CALL, true],
    ['a,*', URL_OF_CALL, true],
    ['*:443', URL_OF_CALL, true],
    ['*:80', URL_OF_CALL, false],
    ['example.com:443', URL_OF_CALL, true],
    ['example.com:8443', URL_OF_CALL, false],
    ['example.com:8443', 'https://api.example.com:8443', true],
    ['a.example ,\t b.example  example.com', URL_OF_CALL, true],
    ['ample.com', URL_OF_CALL, false],
    ['xapi.example.com', URL_OF_CALL, false],
    ['example', URL_OF_CALL, false],
    ['', URL_OF_CALL, false],
    [' , ', URL_OF_CALL, false],
    ['10.0.0.1', 'https://10.0.0.1', true],
    ['0.0.1', 'https://10.0.0.1', true],
    ['::1', 'https://[::1]', true],
    ['[::1]', 'https://[::1]', true],
    ['[::1]:443', 'https://[::1]', true],
    ['[::1]:80', 'https://[::1]', false],
  ])('NO_PROXY=%j exempts %s: %s', (NO_PROXY, url, exempt) => {
    options.proxyEnv = { HTTPS_PROXY: PROXY, NO_PROXY };
    expect(environmentProxy(url)).toMatchObject({ exempt, enabled: true });
    expect(proxyInUse(url)).toBe(exempt ? undefined : PROXY);
  });

  it('none, where Node was not told to use the environment’s', () => {
    expect(proxyInUse(URL_OF_CALL)).toBeUndefined();
  });
});

it.each([
  'proxy.example:3128',
  'socks5://jane:s3cret@proxy.example:1080',
  'http://',
  'http://jane:s3cret@[proxy',
  'http://jane:s3c%ret@proxy.example',
  'http://jane:s3cret@proxy.example\n:3128',
])('a proxy that cannot be used is refused and not gone around: %j', (HTTPS_PROXY) => {
  options.proxyEnv = { HTTPS_PROXY };
  expect(environmentProxy(URL_OF_CALL)).toMatchObject({ usable: false });
  expect(() => proxyInUse(URL_OF_CALL)).toThrow(FinAuthConfigError);
  expect(() => proxyInUse(URL_OF_CALL)).toThrow(/^HTTPS_PROXY must be a URL with http: or https:(?!.*s3c)/);
  // Unless no call would use it.
  options.proxyEnv = { HTTPS_PROXY, NO_PROXY: '*' };
  expect(proxyInUse(URL_OF_CALL)).toBeUndefined();
});

it('an agent is told of the proxy alone: whom NO_PROXY exempts has been decided', () => {
  expect(agentProxy(undefined)).toEqual({});
  expect(agentProxy(PROXY)).toEqual({ proxyEnv: { http_proxy: PROXY, https_proxy: PROXY }, timeout: 10_000 });
});

it.each([
  [407, /answered 407 to CONNECT: it wants a login, or another one, as user:password@/],
  [403, /answered 403 to CONNECT: it does not allow the host/],
  [502, /answered 502 to CONNECT: it cannot reach the host/],
])('a refusal with %i says what it means', (statusCode, says) => {
  expect(tunnelRefusal(statusCode)).toMatch(says);
  const message = `Failed to establish tunnel to api.example.com:443 via http://jane:s3cret@proxy.example:3128/: HTTP/1.1 ${statusCode} No`;
  const failure = tunnelFailure(Object.assign(new Error(message), { code: 'ERR_PROXY_TUNNEL', statusCode }));
  expect(failure).toMatchObject({ code: 'ERR_PROXY_TUNNEL', message: tunnelRefusal(statusCode) });
  expect(failure.stack).not.toContain('s3cret');
});

it.each(['jane:s3cret', 'jane:s3/cr@et', 's3cret'])('what Node says of a tunnel loses the login %s', (login) => {
  const failure = tunnelFailure(
    Object.assign(new Error(`no tunnel via http://${login}@proxy.example:3128/: it ended`), { code: 'ERR_PROXY_TUNNEL' }),
  );
  expect(failure.message).toBe('no tunnel via http://proxy.example:3128/: it ended');
  expect(failure.stack).not.toContain('s3');
});

it('another failure is left as it is', () => {
  const error = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:3128'), { code: 'ECONNREFUSED' });
  expect(tunnelFailure(error)).toBe(error);
});

it.each<[string, unknown]>([
  ['nothing', undefined],
  [
    'what cannot be read',
    new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
      },
    ),
  ],
  ['another error', new Error('socket hang up')],
])('what an agent of another make fails with is handed on: %s', (_what, thrown) => expect(tunnelFailure(thrown)).toBe(thrown));
