import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signatureScheme } from '@finauth-sdk/client';
import { startSandbox, type Sandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, createSigner } from '@finauth-sdk/signing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';

// What a developer's browser does while a sandbox runs beside it and a hostile site is open: real Chromium, real names, real requests.
let browser: Browser;
let site: Server;
let siteUrl: string;
beforeAll(async () => {
  browser = await launchChromium(['--host-resolver-rules=MAP *.test 127.0.0.1']);
  site = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<!doctype html><title>evil</title>'));
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  siteUrl = `http://evil.test:${(site.address() as AddressInfo).port}/`;
}, 60_000);
afterAll(async () => {
  await browser.close();
  site.closeAllConnections();
  await new Promise((done) => site.close(done));
});

let sandbox: Sandbox;
let path: string;
beforeEach(async () => {
  sandbox = await startSandbox({ fail: { times: 1 } });
  path = await pathOfTheApi();
});
afterEach(() => sandbox.close());

it('a name that was made to mean this machine shows nothing of the sandbox', { timeout: 60_000 }, async () => {
  const { port } = new URL(sandbox.url);
  const page = await browser.newPage();
  // The name means the sandbox by now. What is on the page may do what the attacker's script, loaded before, could do.
  await page.goto(`http://evil.test:${port}/`);
  const seen = await page.evaluate(async () => {
    const ask = async (path: string): Promise<[number, string]> => {
      const stop = new AbortController();
      const answer = await fetch(path, { signal: stop.signal });
      const { value = new Uint8Array() } = await answer.body!.getReader().read();
      stop.abort();
      return [answer.status, new TextDecoder().decode(value)];
    };
    return [await ask('/'), await ask('/_sandbox/events'), await ask('/_sandbox/page.js')];
  });
  expect(seen.map(([status]) => status)).toEqual([403, 403, 403]);
  expect(JSON.stringify(seen)).not.toContain(sandbox.credentials.apiSecret);
  expect(seen[0]![1]).toContain('allowedHosts');

  const posted = await page.evaluate(
    async ([target, fields]) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return (await fetch(target, { method: 'POST', body: form })).status;
    },
    [path, signed()] as const,
  );
  expect(posted).toBe(403);
  await expectUntouched();
});

it('a form of another site is neither judged nor recorded, and uses up no failure', { timeout: 60_000 }, async () => {
  const page = await browser.newPage();
  await page.goto(siteUrl);
  await submit(page, new URL(path, sandbox.url).href);
  await page.waitForURL((url) => url.pathname === path);
  expect(await page.locator('body').innerText()).toContain('another origin');
  await expectUntouched();
});

it('a frame of another site stays empty, and its script gets no answer to read', { timeout: 60_000 }, async () => {
  const page = await browser.newPage();
  await page.goto(siteUrl);
  const read = await page.evaluate(async (target) => {
    const frame = document.createElement('iframe');
    frame.src = target;
    document.body.append(frame);
    await new Promise((done) => frame.addEventListener('load', done));
    return fetch(`${target}/_sandbox/events`).then(
      () => 'read',
      () => 'refused',
    );
  }, sandbox.url);
  expect(read).toBe('refused');
  expect(await page.frames()[1]!.content()).not.toContain('FinAuth sandbox');
  await expectUntouched();
});

it('a link of another site leads to the page, and a name that is allowed does too', { timeout: 60_000 }, async () => {
  const page = await browser.newPage();
  await page.goto(siteUrl);
  await page.evaluate((target) => (document.body.innerHTML = `<a href="${target}">the sandbox</a>`), sandbox.url);
  await page.getByRole('link').click();
  await page.getByText('Live', { exact: true }).waitFor();
  expect(new URL(page.url()).origin).toBe(sandbox.url);

  await using named = await startSandbox({ allowedHosts: ['dev.test'] });
  await page.goto(`http://dev.test:${new URL(named.url).port}/`);
  await page.getByText('Live', { exact: true }).waitFor();
});

it('the sandbox’s own page may call the API', { timeout: 60_000 }, async () => {
  const page = await browser.newPage();
  await page.goto(sandbox.url.replace('127.0.0.1', 'localhost'));
  // The page's own policy lets no form out; a script of its own is another matter.
  const status = await page.evaluate(
    async ([target, fields]) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return (await fetch(target, { method: 'POST', body: form })).status;
    },
    [path, signed()] as const,
  );
  expect(status).toBe(500);
  expect(sandbox.requests).toHaveLength(1);
});

/** The sandbox's key and secret are known to everybody: a hostile page can sign. */
function signed(): Record<string, string> {
  const { fields, algorithm } = signatureScheme;
  return { [fields.sign]: createSigner(sandbox.credentials).sign(), [fields.version]: algorithm, liveness_id: 'scene' };
}

async function submit(page: Page, target: string): Promise<void> {
  await page.evaluate(
    ([action, fields]) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', enctype: 'multipart/form-data', action });
      for (const [name, value] of Object.entries(fields)) form.append(Object.assign(document.createElement('input'), { name, value }));
      document.body.append(form);
      form.submit();
    },
    [target, signed()] as const,
  );
}

/** Nothing was recorded, and the failure that waits is still there. */
async function expectUntouched(): Promise<void> {
  expect(sandbox.requests).toEqual([]);
  const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials, retry: false });
  await expect(finauth.getBizToken({ liveness_id: 'scene' })).rejects.toMatchObject({ status: 500 });
}

/** As the client has it from the spec. */
async function pathOfTheApi(): Promise<string> {
  let seen = '';
  const finauth = createFinAuth({
    baseUrl: sandbox.url,
    credentials: sandbox.credentials,
    retry: false,
    fetch: (url) => {
      seen = String(url);
      return Promise.resolve(Response.json({}));
    },
  });
  await finauth.getBizToken({ liveness_id: 'scene' }).catch(() => {});
  return new URL(seen).pathname;
}
