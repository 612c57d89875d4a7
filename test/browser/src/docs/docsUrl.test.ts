import { contract, entries } from './expected.ts';
import { siteFiles } from './openSite.ts';
import { startSandbox, testIds, type Sandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, FinAuthError, type FinAuthOptions } from '@finauth-sdk/signing';
import { afterAll, beforeAll, expect, it } from 'vitest';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

/** What a call rejects with. */
async function refusal(liveness_id: string, options: FinAuthOptions = {}): Promise<FinAuthError> {
  const { url: baseUrl, credentials } = sandbox;
  const finauth = createFinAuth({ baseUrl, credentials, retry: false, ...options });
  const error = await finauth.getBizToken({ liveness_id }).catch((thrown: unknown) => thrown);
  if (error instanceof FinAuthError) return error;
  throw new Error(`${liveness_id} was not refused`, { cause: error });
}

/** The file of the site that an error's address leads to. */
function pageOf({ docsUrl }: FinAuthError): string {
  const site = contract.externalDocs!.url;
  expect(docsUrl?.startsWith(site)).toBe(true);
  return `${docsUrl!.slice(site.length)}index.html`;
}

it('leads from each error of FinAuth to the page of that error', async () => {
  const { getBizToken } = testIds;
  const failing = entries.filter(({ name }) => name in getBizToken);
  expect(failing.length).toBeGreaterThan(15);
  for (const { name, code, page } of failing) {
    const file = pageOf(await refusal(getBizToken[name as keyof typeof getBizToken]));
    expect(siteFiles, name).toContain(file);
    // A gateway may answer with a code of FinAuth's, and that is what counts.
    if (code) expect(file, name).toBe(`errors/${page}/index.html`);
  }
});

it.each<[string, FinAuthOptions]>([
  ['ERR_INPUT', {}],
  ['ERR_CONFIG', { credentials: () => Promise.reject(new Error('no vault')) }],
  ['ERR_CONNECTION', { fetch: () => Promise.reject(Object.assign(new Error('lost'), { code: 'ECONNRESET' })) }],
  ['ERR_TIMEOUT', { timeoutMs: 1, fetch: () => new Promise(() => {}) }],
  ['ERR_RESPONSE', { fetch: async () => new Response('<h1>proxy</h1>') }],
  ['ERR_LIMITER', { maxConcurrency: { enter: () => Promise.reject(new Error('no Redis')) } }],
])('leads from %s to its page', async (code, options) => {
  const error = await refusal(code === 'ERR_INPUT' ? '' : 'a-scene', options);
  expect(error.code).toBe(code);
  expect(siteFiles).toContain(pageOf(error));
});

it('leads from a call to a client that is closed to its page', async () => {
  const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });
  await finauth.close();
  const error = await finauth.getBizToken({ liveness_id: 'a-scene' }).catch((thrown: unknown) => thrown as FinAuthError);
  expect(siteFiles).toContain(pageOf(error as FinAuthError));
});
