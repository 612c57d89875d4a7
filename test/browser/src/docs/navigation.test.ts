import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { slugOf } from '@finauth-sdk/docs/routes';
import { operationsOf, requestOf } from '@finauth-sdk/generate/contract';
import { contract, entries, guides, operations, samples } from './expected.ts';
import { isWhole } from '../../../../vitest.base.ts';
import { openSite, settle, type Site } from './openSite.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

// What no page may do, whatever is clicked.
let page: Page;
beforeEach(async () => {
  const opened = await site.open();
  page = opened.page;
  return async () => {
    await page.close();
    if (opened.troubles.length > 0) throw new Error(`The page has asked another origin, or logged an error: ${opened.troubles.join('; ')}`);
  };
});

const call = operationsOf(contract)[0]!.operation;
const callHash = `#/${slugOf(call.tags?.[0] ?? '')}/${slugOf(call.operationId)}`;

it('leads from the start page to every guide, call, section and error, and from each back to the start', async () => {
  const kinds = [
    guides.map(({ title }) => title),
    operations.map(({ summary }) => summary),
    [...contract.info.description.matchAll(/^## (.+)$/gm)].map(([, title]) => title!),
    entries.map(({ title }) => title),
  ];
  // In every run, the first and the last of a kind. That no link is dead is shown for all of them, by links.test.ts.
  const titles = kinds.flatMap((all) => (isWhole ? all : [all[0]!, all.at(-1)!]));
  await page.goto(site.url);
  for (const title of titles) {
    await page.locator('main').getByRole('link', { name: title, exact: true }).first().click();
    expect(await heading(), title).toBe(title);
    await page.locator('header').getByRole('link').first().click();
    await page.waitForURL(site.url);
  }
});

it('leads from the table of errors to the page of one of them, and from there to the operation', async () => {
  await page.goto(`${site.url}errors/`);
  const { text, title } = entries.find((entry) => entry.text)!;
  await page.locator('table a', { hasText: text }).first().click();
  expect(await heading()).toBe(title);
  await page.locator('main').getByRole('link', { name: call.summary }).first().click();
  expect(await heading()).toBe(call.summary);
});

it('leads from the reference to the other pages and back', async () => {
  await page.goto(site.url);
  await page.locator('header').getByRole('link', { name: 'API reference' }).click();
  await page.getByRole('heading', { name: contract.info.title }).first().waitFor();
  await page.locator('header').getByRole('link', { name: contract.info.title }).click();
  await page.waitForURL(site.url);
  expect(await heading()).toBe(contract.info.title);
});

it('shows each operation in the reference, with its path and its fields', async () => {
  await site.show(page, '');
  for (const { path, operation } of operationsOf(contract)) {
    await choose(operation.tags?.[0] ?? '');
    await choose(operation.summary);
    const text = await page.locator('#api-content').innerText();
    expect(text).toContain(path);
    for (const field of Object.keys(requestOf(contract, operation).schema.properties ?? {})) expect(text).toContain(field);
  }
});

it('shows each sample beside its operation', async () => {
  await site.show(page, '');
  for (const { summary, label, source } of samples) {
    const operation = operations.find((one) => one.summary === summary)!;
    await choose(operation.tags?.[0] ?? '');
    await choose(summary);
    await chooseSample(
      label,
      samples.map((sample) => sample.label),
    );
    const longest = source.split('\n').reduce((one, other) => (other.length > one.length ? other : one));
    expect(await page.locator('[data-component-name^="Panel/"] pre').first().innerText(), label).toContain(longest.trim());
  }
});

it('opens the TypeScript API, and leads back', async () => {
  await page.goto(site.url);
  await page.locator('header').getByRole('link', { name: 'TypeScript API' }).click();
  await page.waitForURL(/\/api\/index\.html$/);
  await page.getByRole('link', { name: '@finauth-sdk/signing' }).first().click();
  await page.getByRole('link', { name: 'createFinAuth' }).first().click();
  await page.getByRole('heading', { name: 'createFinAuth' }).first().waitFor();
  await page.getByRole('link', { name: 'Guides and reference' }).first().click();
  await page.waitForURL(`${site.url}index.html`);
  expect(await heading()).toBe(contract.info.title);
});

// What the docs had for addresses while all of it was one page.
it.each([
  ['#/guide-quickstart', 'guides/quickstart/'],
  ['#/guide-errors-and-retries/the-clock', 'guides/errors-and-retries/#the-clock'],
  ['#/errors', 'errors/'],
  ['#/errors/invalid_sign', 'errors/invalid_sign/'],
  ['#/errors/status-502-without-a-code', 'errors/502/'],
  ['#/signature', 'signature/'],
  ['#/code', 'api/index.html'],
  [callHash, `reference/${callHash}`],
])('leads from the old address %s to %s', async (old, now) => {
  await page.goto(site.url + old);
  await page.waitForURL(site.url + now);
  expect((await page.reload())?.status()).toBe(200);
});

function heading(): Promise<string> {
  return page.getByRole('heading', { level: 1 }).innerText();
}

/** Clicks an entry of Redoc's menu, as a person does. */
async function choose(title: string): Promise<void> {
  const item = page
    .locator('[data-component-name="Menu/MenuItem"] a')
    .filter({ has: page.locator(`[data-text=${JSON.stringify(title)}]`) });
  await item.first().click();
  await settle(page);
}

async function chooseSample(label: string, labels: string[]): Promise<void> {
  const tab = page.locator('[data-component-name="Panel/PanelHeader"]').getByText(label, { exact: true }).filter({ visible: true });
  if ((await tab.count()) === 0) {
    const shown = page
      .locator('[data-component-name="Panel/PanelHeader"] button')
      .filter({ hasText: new RegExp(labels.map(escape).join('|')) });
    await shown.first().click();
  }
  await page.getByText(label, { exact: true }).filter({ visible: true }).last().click();
  await settle(page);
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
