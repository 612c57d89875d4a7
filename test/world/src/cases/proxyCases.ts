import { transportName } from '@finauth-sdk/test-faults/openTransport';
import { behindProxy, type ProxyOptions } from '@finauth-sdk/test-proxy/behindProxy';
import { HOST, interceptorCa, serverCa } from '@finauth-sdk/test-proxy/certificates';
import type { ConnectProxy } from '@finauth-sdk/test-proxy/connectProxy';
import { type CallOutcome, runCall } from '@finauth-sdk/test-proxy/runCall';
import { expect } from 'vitest';
import type { WorldCase } from '../worldCase.ts';

/** One call, by the transport of this run, in a process whose environment names a proxy that alone knows FinAuth's name. */
async function callBehind(
  options: ProxyOptions,
  env: (proxy: ConnectProxy) => Record<string, string>,
  look: (outcome: CallOutcome, proxy: ConnectProxy) => void,
  timeoutMs = 20_000,
): Promise<void> {
  await using behind = await behindProxy();
  const proxy = await behind.proxy(options);
  const { apiKey, apiSecret } = behind.sandbox.credentials;
  const [outcome] = await runCall(process.execPath, {
    env: {
      FINAUTH_BASE_URL: behind.baseUrl,
      FINAUTH_API_KEY: apiKey,
      FINAUTH_API_SECRET: apiSecret,
      NODE_USE_ENV_PROXY: '1',
      NODE_EXTRA_CA_CERTS: serverCa,
      EXIT_AT_ONCE: '1',
      ...env(proxy),
    },
    timeoutMs,
    transports: [transportName()],
  });
  look(outcome!, proxy);
}

const goesThrough = ({ message, token }: CallOutcome, { requests }: ConnectProxy): void => {
  expect(message).toBeUndefined();
  expect(token).toEqual(expect.any(String));
  expect(requests).toEqual([`CONNECT ${HOST}:443`]);
};

const password = 'p@ss/word-of-jane';
const login = { user: 'corp\\jane', password };

export const proxyCases: readonly WorldCase[] = [
  {
    kind: 'a network whose only way out is the proxy of the environment, and NODE_USE_ENV_PROXY=1',
    seen: 'nodejs/node#58980, nodejs/node#64528: an agent of a library’s own goes around the proxy that fetch uses; Unleash/unleash-proxy#178',
    right: 'the call goes through the proxy, which resolves the name, on every transport',
    run: () => callBehind({ login }, ({ url }) => ({ HTTPS_PROXY: url }), goesThrough),
  },
  {
    kind: 'HTTP_PROXY alone, for an https: URL',
    seen: 'node:https reads HTTPS_PROXY alone, and Node’s fetch HTTP_PROXY too: undici’s EnvHttpProxyAgent',
    right: 'one rule for all transports: that of fetch',
    run: () => callBehind({}, ({ url }) => ({ HTTP_PROXY: url }), goesThrough),
  },
  {
    kind: 'NO_PROXY with a domain, among blanks',
    seen: 'about.gitlab.com/blog/we-need-to-talk-no-proxy; undici 7.0, undici 8 and node:https each read it in another way',
    right: 'the call goes directly, on every transport',
    run: () =>
      callBehind(
        {},
        ({ url }) => ({ HTTPS_PROXY: url, NO_PROXY: 'localhost invalid' }),
        ({ message }, { requests }) => {
          expect(message).toContain(`ENOTFOUND ${HOST}`);
          expect(requests).toEqual([]);
        },
      ),
  },
  {
    kind: 'a proxy that closes the connection in answer to CONNECT',
    seen: 'nodejs/undici#3897, nodejs/undici#5093, microsoft/vscode#326765: connects again for ever, at 100 % of a core',
    right: 'one attempt, and an error that says that the proxy gave no tunnel',
    // With fetch it is up to Node, and fixed in undici 8.
    transports: ['undici', 'node'],
    run: () =>
      callBehind(
        { misbehave: 'reset' },
        ({ url }) => ({ HTTPS_PROXY: url }),
        ({ code, message }, { requests }) => {
          expect(code).toBe('ERR_CONNECTION');
          expect(message).toMatch(/proxy gave no tunnel|proxy tunnel/);
          expect(requests).toHaveLength(1);
        },
      ),
  },
  {
    kind: 'a proxy that does not answer CONNECT',
    seen: 'TooTallNate/node-proxy-agent#53: the connection stays open for ever',
    right: 'the call ends with its time',
    run: () =>
      callBehind(
        { misbehave: 'hang' },
        ({ url }) => ({ HTTPS_PROXY: url }),
        ({ code }) => expect(code).toBe('ERR_TIMEOUT'),
        500,
      ),
  },
  {
    kind: 'a proxy that refuses the login in its URL',
    seen: 'CVE-2026-48615 of Node, oven-sh/bun#42947, google-gemini/gemini-cli#23337: the error shows the password',
    right: 'the error says 407, and shows the password nowhere, however deep one looks',
    run: () =>
      callBehind(
        { login: { ...login, password: 'another' } },
        ({ port }) => ({ HTTPS_PROXY: `http://jane:${encodeURIComponent(password)}@127.0.0.1:${port}` }),
        ({ message, whole }) => {
          expect(message).toContain('407');
          for (const form of [password, encodeURIComponent(password), Buffer.from(`jane:${password}`).toString('base64')])
            expect(whole).not.toContain(form);
        },
      ),
  },
  {
    kind: 'a proxy that inspects TLS',
    seen: 'decentraland/cli#697, npm/cli#7592, slackapi/bolt-js#1018: unable to get local issuer certificate',
    right: 'refused as a certificate that is not trusted, and trusted by NODE_EXTRA_CA_CERTS',
    run: async () => {
      await callBehind(
        { intercepts: true },
        ({ url }) => ({ HTTPS_PROXY: url }),
        ({ code, message }) => {
          expect(code).toBe('ERR_CONNECTION');
          expect(message).toMatch(/certificate/);
        },
      );
      await callBehind({ intercepts: true }, ({ url }) => ({ HTTPS_PROXY: url, NODE_EXTRA_CA_CERTS: interceptorCa }), goesThrough);
    },
  },
  {
    kind: 'a proxy that speaks SOCKS, where it cannot be used',
    seen: 'node:https ignores such a HTTPS_PROXY without a word, and the call goes around the proxy',
    right: 'an error of the set-up that names the variable',
    transports: ['undici', 'node'],
    run: () =>
      callBehind(
        {},
        () => ({ HTTPS_PROXY: 'socks5://127.0.0.1:1080' }),
        ({ code, message }) => {
          expect(code).toBe('ERR_CONFIG');
          expect(message).toMatch(/^HTTPS_PROXY must be/);
        },
      ),
  },
];
