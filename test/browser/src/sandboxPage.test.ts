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
});
afterAll(() => browser.close());

let sandbox: Sandbox;
let finauth: FinAuth;
beforeEach(async () => {
  sandbox = await startSandbox();
  finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials, retry: false });
});
afterEach(() => sandbox.close());

it.each(Object.keys(sizes) as (keyof typeof sizes)[])('shows each call as it comes, and why it was refused: %s', async (size) => {
  const { page, troubles } = await open(size);
  await finauth.getBizToken({ liveness_id: 'scene', uuid: markup });
  await spoilt().catch(() => {});
  await finauth.getBizToken({ liveness_id: sandbox.liveness.DENIED }).catch(() => {});

  const calls = page.locator('#list > li');
  await calls.nth(2).waitFor();
  expect(await calls.nth(0).innerText()).toContain('DENIED');
  expect(await calls.nth(1).innerText()).toMatch(/INVALID_SIGN[^]*The digest does not match/);
  expect(await calls.nth(2).innerText()).toContain('accepted');

  await unfold(calls.nth(1));
  await page.screenshot({ path: screenshotPath(`sandbox-${size}`), fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, 'the page must not scroll sideways').toBe(0);
  expect(troubles).toEqual([]);
});

it('shows what a caller sent as text, and the signature masked', async () => {
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

it('can be used with the keyboard alone', async () => {
  const { page } = await open('desktop');
  await spoilt().catch(() => {});
  await finauth.getBizToken({ liveness_id: 'scene' });
  const calls = page.locator('#list > li');
  await calls.nth(1).waitFor();

  await tabTo(page, '#hideAccepted');
  await page.keyboard.press('Space');
  expect(await calls.filter({ visible: true }).count()).toBe(1);

  await tabTo(page, '#list > li:not([hidden]) summary');
  await page.keyboard.press('Enter');
  expect(await page.locator('#list details[open]').count()).toBe(1);
});

it('shows calls that overlap, whichever ends first, and keeps them when the settings change', async () => {
  const { page, troubles } = await open('desktop');
  sandbox.set({ quota: 10, latencyMs: 5_000 });
  const slow = finauth.getBizToken({ liveness_id: 'scene', uuid: 'slow' });
  // It is at work when it has been counted, and has a lower number than the next one.
  await expect.poll(() => sandbox.settings.quota).toBe(9);
  sandbox.set({ latencyMs: 0 });
  await finauth.getBizToken({ liveness_id: 'scene', uuid: 'fast' });
  await slow;
  const numbers = page.locator('#list .number');
  await expect.poll(() => numbers.allInnerTexts()).toEqual(['#1', '#2']);

  sandbox.set({ permitted: false });
  const settings = page.locator('#settings');
  await settings.getByText('permitted: false').waitFor();
  // The quota that the calls have used is shown as well.
  expect(await settings.innerText()).toContain('quota: 8');
  expect(await numbers.allInnerTexts()).toEqual(['#1', '#2']);
  expect(await page.locator('#tally').innerText()).toBe('2 accepted, 0 refused, 0 requested by test ID');
  expect(troubles).toEqual([]);
});

it('begins anew when the sandbox does, and shows after a pause what came in it', async () => {
  const { page } = await open('desktop');
  const port = Number(new URL(sandbox.url).port);
  const numbers = page.locator('#list .number');
  await finauth.getBizToken({ liveness_id: 'scene' });
  await numbers.first().waitFor();
  await sandbox.close();
  sandbox = await startSandbox({ port });
  // As many calls as before: the numbers alone do not tell the two runs apart.
  await spoilt().catch(() => {});
  await page.locator('#list > li.refused').waitFor({ timeout: 60_000 });
  expect(await numbers.allInnerTexts()).toEqual(['#1']);

  await page.getByRole('button', { name: 'Pause' }).click();
  await finauth.getBizToken({ liveness_id: 'scene' });
  await page.getByText('1 waiting').waitFor();
  expect(await numbers.allInnerTexts()).toEqual(['#1']);
  await page.getByRole('button', { name: 'Resume' }).click();
  expect(await numbers.allInnerTexts()).toEqual(['#2', '#1']);
});

it('finds calls by a field, a request_id or an answer, those that come later too', async () => {
  const { page } = await open('desktop');
  const { request_id } = await finauth.getBizToken({ liveness_id: 'scene', uuid: 'Jane-42' });
  await finauth.getBizToken({ liveness_id: sandbox.liveness.DENIED, uuid: 'other' }).catch(() => {});
  const numbers = page.locator('#list > li:visible .number');
  await expect.poll(() => numbers.allInnerTexts()).toEqual(['#2', '#1']);
  const box = page.getByRole('searchbox', { name: 'Find' });
  for (const [words, found] of [
    ['jane-42', ['#1']],
    [request_id, ['#1']],
    ['denied', ['#2']],
    ['nobody', []],
    ['', ['#2', '#1']],
  ] as const) {
    await box.fill(words);
    expect(await numbers.allInnerTexts()).toEqual(found);
    expect(await page.getByText('No call matches').isVisible()).toBe(words === 'nobody');
  }
  await box.fill('Jane');
  await finauth.getBizToken({ liveness_id: 'scene', uuid: 'other' });
  await finauth.getBizToken({ liveness_id: 'scene', uuid: 'jane-again' });
  await expect.poll(() => numbers.allInnerTexts()).toEqual(['#4', '#1']);
});

it('says so when all that came is hidden', async () => {
  const { page } = await open('desktop');
  await finauth.getBizToken({ liveness_id: 'scene' });
  await page.locator('#list > li').first().waitFor();
  const note = page.getByText('Every call so far was accepted');
  expect(await note.isVisible()).toBe(false);
  await page.getByLabel('hide accepted calls').check();
  expect(await note.isVisible()).toBe(true);
  await spoilt().catch(() => {});
  await page.locator('#list > li.refused').waitFor();
  expect(await note.isVisible()).toBe(false);
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
