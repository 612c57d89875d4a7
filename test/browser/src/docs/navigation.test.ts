import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { errorsOf } from '@finauth-sdk/docs/errorEntries';
import { guideTag, slugOf } from '@finauth-sdk/docs/routes';
import { operationsOf, requestOf } from '@finauth-sdk/generate/contract';
import { contract, entries, guides, operations, samples } from './expected.ts';
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
  await site.show(page, '');
  return async () => {
    await page.close();
    if (opened.troubles.length > 0) throw new Error(`The page has asked another origin, or logged an error: ${opened.troubles.join('; ')}`);
  };
});

it('leads from the start page to each operation, with its path and its fields', async () => {
  for (const { path, operation } of operationsOf(contract)) {
    await choose(operation.tags?.[0] ?? '');
    await choose(operation.summary);
    await expectHeading(operation.summary);
    const text = await visibleText();
    expect(text).toContain(path);
    for (const field of Object.keys(requestOf(contract, operation).schema.properties ?? {})) expect(text).toContain(field);
  }
});

it('leads from the start page to each code, reason and gateway status, with what to do', async () => {
  await choose('Errors');
  for (const { title, advice } of entries) {
    await choose(title);
    await expectHeading(title);
    await expectInView(plain(advice.remedy), `/errors/${slugOf(title)}`);
  }
});

it('leads from the table of errors to the part on one of them, and from there to the operation', async () => {
  await choose('Errors');
  const { name, text, title } = entries.find((entry) => entry.text && errorsOf(contract, operations[0]!).includes(entry.name))!;
  await page.locator('#errors table a', { hasText: text }).first().click();
  await expectHeading(title);
  await settle(page);
  const part = page.locator(`[data-section-id="/errors/${name.toLowerCase()}"]`);
  await part.getByRole('link', { name: operations[0]!.summary }).click();
  await expectHeading(operations[0]!.summary);
});

it('leads from the start page to each guide, and shows all that stands in it', async () => {
  for (const guide of guides) {
    await choose(guide.title);
    await expectHeading(guide.title);
    const section = `/${guideTag(guide)}`;
    await expectInView(plain(guide.summary), section);
    expect(await missingFrom(section, wordsOf(guide.text)), guide.file).toEqual([]);
  }
});

it('leads from the start page to each section of the introduction', async () => {
  for (const [, title] of contract.info.description.matchAll(/^## (.+)$/gm)) {
    await choose(title!);
    await expectHeading(title!);
  }
});

it('shows each sample beside its operation', async () => {
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
  await choose('TypeScript API');
  await page.getByRole('link', { name: 'the TypeScript API' }).click();
  await page.waitForURL(/\/api\/index\.html$/);
  await page.getByRole('link', { name: '@finauth-sdk/signing' }).first().click();
  await page.getByRole('link', { name: 'createFinAuth' }).first().click();
  await page.getByRole('heading', { name: 'createFinAuth' }).first().waitFor();
  await page.getByRole('link', { name: 'Guides and reference' }).first().click();
  await page.waitForURL(`${site.url}index.html`);
  expect(await page.getByRole('heading', { name: contract.info.title }).first().isVisible()).toBe(true);
});

it.each(['EXPIRED_SIGN', 'uuid', 'liveness_id'])('finds %s by the search, and lands where it stands', async (term) => {
  // Else the search would have nothing to do.
  expect(await inView(term)).toBe(false);
  await page.getByText('Search', { exact: false }).first().click();
  await page.getByPlaceholder('Search docs...').fill(term);
  const result = page.locator('[data-component-name="Search/SearchItem"]').filter({ hasText: term }).first();
  await result.waitFor();
  // While the index is still being built, the list is made anew beneath the pointer: a person clicks once more then.
  const chosen = async (): Promise<boolean> => {
    if (await result.isVisible()) await result.click({ timeout: 5_000 }).catch(() => {});
    await settle(page);
    return (await result.isVisible()) === false && inView(term);
  };
  await expect.poll(chosen, { message: `${term} is not in the window`, interval: 500 }).toBe(true);
  expect(page.url()).toContain('#/');
});

/** Clicks an entry of the menu, as a person does. */
async function choose(title: string): Promise<void> {
  const item = page
    .locator('[data-component-name="Menu/MenuItem"] a')
    .filter({ has: page.locator(`[data-text=${JSON.stringify(title)}]`) });
  await item.first().click();
  await settle(page);
}

/** That what has been chosen stands in the window. */
async function expectHeading(title: string): Promise<void> {
  const heading = page.locator('#api-content').getByRole('heading', { name: title, exact: false }).filter({ visible: true });
  const inView = () =>
    heading.evaluateAll(
      (all, wanted) =>
        all.some(
          (one) =>
            one.textContent?.trim() === wanted && one.getBoundingClientRect().bottom > 0 && one.getBoundingClientRect().top < innerHeight,
        ),
      title,
    );
  await expect.poll(inView, { message: `${title} is not in the window` }).toBe(true);
}

/** That a text can be read in the window, of all the page or of one part of it. */
async function expectInView(text: string, section?: string): Promise<void> {
  await expect.poll(() => inView(text, section), { message: `${text} is not in the window` }).toBe(true);
}

/** Looks at paragraphs and the like as a whole, since a text may be in several pieces. */
function inView(text: string, section?: string): Promise<boolean> {
  const within = section ? `[data-section-id="${section}"]` : '#api-content';
  return page.locator(`${within} :is(p, li, td, th, pre, code, h1, h2, h3, span, div)`).evaluateAll(
    (all, wanted) =>
      all
        .filter((one) => one.childElementCount === 0 || !one.querySelector('p, li, td, pre, div, h1, h2, h3'))
        .filter((one) => one.textContent?.replaceAll(/\s+/g, ' ').toLowerCase().includes(wanted.toLowerCase()))
        .some((one) => {
          const { top, bottom, width } = one.getBoundingClientRect();
          return width > 0 && bottom > 0 && top < innerHeight;
        }),
    text,
  );
}

/** Reads a page to its end, as far as Redoc has made it when it comes into view: which of the texts were not there. */
async function missingFrom(section: string, texts: string[]): Promise<string[]> {
  // Each heading is a part of its own.
  const parts = page.locator(`[data-section-id="${section}"], [data-section-id^="${section}/"]`);
  await page.mouse.move(640, 450);
  let missing = texts;
  for (let screens = 0; screens < 30 && missing.length > 0; screens++) {
    const shown = plain((await parts.allInnerTexts()).join(' '));
    missing = missing.filter((text) => !shown.includes(text));
    await page.mouse.wheel(0, 800);
    await settle(page);
  }
  return missing;
}

/** What a reader must find of a guide: its headings and paragraphs, as plain text. */
function wordsOf(markdown: string): string[] {
  return markdown
    .replaceAll(/```[^]*?```|<!--[^]*?-->/g, '')
    .split(/\n\s*\n/)
    .filter((part) => part.trim() && !/^\s*[|-]/.test(part))
    .map((part) => plain(part.replace(/^#+ /, '').replace(/^\d+\. .*$/s, '')))
    .filter(Boolean);
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

function visibleText(): Promise<string> {
  return page.locator('#api-content').innerText();
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function plain(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[`*]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
