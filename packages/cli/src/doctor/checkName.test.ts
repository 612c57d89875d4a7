import { afterEach, expect, it, vi } from 'vitest';
import { checkName } from './checkName.ts';
import type { Findings } from './findings.ts';

const PROXY_VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'];

vi.mock('node:dns/promises', () => ({
  lookup: async () => {
    throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
  },
}));

afterEach(() => vi.unstubAllEnvs());

/** What to do about a name that does not resolve, with these variables and no other proxy. */
async function remedyWith(proxies: Record<string, string>): Promise<string | undefined> {
  for (const name of PROXY_VARIABLES) vi.stubEnv(name, proxies[name]);
  const url = new URL('https://nowhere.example');
  const findings: Findings = { url, timeoutMs: 10_000, env: process.env, apiSecret: undefined, livenessId: undefined, sceneFrom: '' };
  return (await checkName(findings)).remedy;
}

it('mentions a proxy when a name does not resolve and none is set', async () => {
  expect(await remedyWith({})).toMatch(/HTTPS_PROXY and NODE_USE_ENV_PROXY=1/);
});

it('names a proxy that is set but not used', async () => {
  const remedy = await remedyWith({ ALL_PROXY: 'http://proxy.example:3128' });
  expect(remedy).toMatch(/ALL_PROXY is set but not used/);
  expect(remedy).not.toMatch(/HTTPS_PROXY and/);
});
