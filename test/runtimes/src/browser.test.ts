import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandbox } from '@finauth-sdk/sandbox';
import type { Environment } from '@finauth-sdk/test-suite';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundle } from './bundle.ts';
import { environmentOf } from './environment.ts';
import { type FinauthPage, openPage } from './page.ts';

const refusal = /^FinAuthConfigError: .*read the API secret.*from your server.*dangerouslyAllowBrowser: true/;

let server: Server;
let browser: Browser;
let page: Page;
let script: string;
let environment: Environment;

beforeAll(async () => {
  await using sandbox = await startSandbox();
  environment = environmentOf(sandbox);
  script = await bundle('page.mjs', 'iife', ['browser']);
  server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<!doctype html>'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ({ browser, page } = await openPage(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

it('on a page, createFinAuth and createSigner refuse a secret, and do not repeat it', async () => {
  await page.evaluate(script);
  const refusals = await page.evaluate((given) => (globalThis as unknown as FinauthPage).finauthPage.refusals(given), environment);
  expectRefusals(refusals);
});

it("in a page's worker, they refuse it too", async () => {
  const refusals = await page.evaluate(
    ([code, given]) =>
      new Promise<string[]>((resolve, reject) => {
        const worker = new Worker(URL.createObjectURL(new Blob([`${code};postMessage(finauthPage.refusals(${given}))`])));
        worker.addEventListener('message', ({ data }) => resolve(data as string[]));
        worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      }),
    [script, JSON.stringify(environment)],
  );
  expectRefusals(refusals);
});

function expectRefusals(refusals: string[]): void {
  expect(refusals).toEqual([expect.stringMatching(refusal), expect.stringMatching(refusal)]);
  expect(refusals.join()).not.toContain(environment.credentials.apiSecret);
}
