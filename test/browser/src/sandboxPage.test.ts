import { startSandbox, type Sandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, type FinAuth } from '@finauth-sdk/signing';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { screenshotPath } from './screenshotPath.ts';

const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
const markup = '<img src=x onerror="document.title=1"><b>bold</b>';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser.close());

let sandbox: Sandbox;
let finauth: FinAuth;
beforeEach(async () => {
  sandbox = await startSandbox();
  finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials, retry: false });
});
afterEach(() => sandbox.close());

it.each(Object.keys(sizes) as (keyof typeof sizes)[])(
  'shows each call as it comes, and why it was refused: %s',
  { timeout: 60_000 },
  async (size) => {
    const { page, troubles } = await open(size);
    await finauth.getBizToken({ liveness_id: 'scene', uuid: markup });
    await spoilt().catch(() => {});
    await finauth.getBizToken({ liveness_id: sandbox.liveness.DENIED }).catch(() => {});

    const calls = page.locator('#list > li');
    await calls.nth(2).waitFor();
    expect(await calls.nth(0).innerText()).toContain('DENIED');
    expect(await calls.nth(1).innerText()).toMatch(/INVALID_SIGN[^]*The digest does not fit/);
    expect(await calls.nth(2).innerText()).toContain('accepted');

    await unfold(calls.nth(1));
    await page.screenshot({ path: screenshotPath(`sandbox-${size}`), fullPage: true });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, 'the page must not scroll sideways').toBe(0);
    expect(troubles).toEqual([]);
  },
);

it('shows what a caller sent as text, and the signature masked', { timeout: 60_000 }, async () => {
  const { page, troubles } = await open('desktop');
  await finauth.getBizToken({ liveness_id: 'scene', uuid: markup });
  const call = page.locator('#list > li').first();
  await unfold(call);
  expect(await call.innerText()).toContain(markup);
  expect(await call.locator('img, b').count()).toBe(0);
  expect(await page.title()).toBe('FinAuth sandbox');
  expect(await page.content()).not.toMatch(/[A-Za-z0-9+/]{60,}={0,2}/);
  expect(troubles).toEqual([]);
});

it('can be used with the keyboard alone', { timeout: 60_000 }, async () => {
  const { page } = await open('desktop');
  await spoilt().catch(() => {});
  await finauth.getBizToken({ liveness_id: 'scene' });
  const calls = page.locator('#list > li');
  await calls.nth(1).waitFor();

  await tabTo(page, '#refusedOnly');
  await page.keyboard.press('Space');
  expect(await calls.filter({ visible: true }).count()).toBe(1);

  await tabTo(page, '#list > li:not([hidden]) summary');
  await page.keyboard.press('Enter');
  expect(await page.locator('#list details[open]').count()).toBe(1);
});

/** A call whose signature does not fit the sandbox's secret. */
function spoilt(): Promise<unknown> {
  const credentials = { ...sandbox.credentials, apiSecret: 'another' };
  return createFinAuth({ baseUrl: sandbox.url, credentials, retry: false }).getBizToken({ liveness_id: 'scene' });
}

/** The sandbox's page, and whatever a page must not do: ask another origin, complain, open a dialog. */
async function open(size: keyof typeof sizes): Promise<{ page: Page; troubles: string[] }> {
  const page = await browser.newPage({ viewport: sizes[size] });
  const troubles: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(sandbox.url) && !request.url().startsWith('data:')) troubles.push(`asked ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(sandbox.url);
  await page.getByText('Live', { exact: true }).waitFor();
  return { page, troubles };
}

async function unfold(call: Locator): Promise<void> {
  await call.locator('summary').click();
  await call.locator('dl').waitFor();
}

/** Presses Tab until the element has the focus, as a person without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 50; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  expect.fail(`Tab does not lead to ${selector}`);
}
