import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { screenshotPath } from '../screenshotPath.ts';
import { contract, guides, operations } from './expected.ts';
import { openSite, settle, sizes, type Site, type Size } from './openSite.ts';

const [operation] = operations;
const operationAddress = `#/${operation!.tags?.[0]?.toLowerCase()}/${operation!.operationId.toLowerCase()}`;
const pages: Record<string, string> = {
  start: '',
  operation: operationAddress,
  errors: '#/errors',
  ...(guides[0] ? { guide: `#/guide-${guides[0].slug}` } : {}),
};
/** What axe looks at: all guides too. The phone's and the desktop's pictures show one of them. */
const examined: Record<string, string> = {
  ...pages,
  ...Object.fromEntries(guides.slice(1).map(({ slug }) => [`guide ${slug}`, `#/guide-${slug}`])),
};

/**
 * What is ours on a page: what is rendered from our Markdown, which Redoc marks as such, the page around it, our skip link, and the pages
 * written by hand. All else is markup of Redoc's or of typedoc's, which we can neither write nor mend.
 */
const OURS = [
  'html, head, head *, body, body > main, noscript, noscript *, .skip',
  '[data-component-name="Markdown/Markdown"], [data-component-name="Markdown/Markdown"] *',
  'body > main:not(:has(#redoc)) *',
].join(', ');

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

// One guide in the dark stands for all: they differ in words.
const views = [
  ...Object.keys({ ...examined, 'not found': '', api: '' }).map((name) => [name, 'light'] as const),
  ...Object.keys({ ...pages, 'not found': '', api: '' }).map((name) => [name, 'dark'] as const),
];

it.each(views)('has no serious violation of accessibility that is ours: %s, %s', async (name, theme) => {
  const { page } = await site.open();
  await page.emulateMedia({ colorScheme: theme });
  if (name === 'api') await page.goto(`${site.url}api/index.html`);
  else if (name === 'not found') await page.goto(`${site.url}not/there`);
  else await site.show(page, examined[name]!);
  // What is looked at has to be there, or a new Redoc with other names would hide it all.
  const markdown = await page.locator('[data-component-name="Markdown/Markdown"] *').count();
  expect(name === 'api' || name === 'not found' || markdown > 10, `${markdown} elements of our Markdown`).toBe(true);
  const violations = await violationsOn(page);
  const count = (list: typeof violations) =>
    list.map(({ rule, impact, nodes }) => `${rule} (${impact}, ${nodes.length})`).join(', ') || 'none';
  console.log(
    `axe, ${name}, ${theme}: ours ${count(violations.filter(({ ours }) => ours))}; of Redoc's or typedoc's: ${count(violations.filter(({ ours }) => !ours))}`,
  );
  expect(violations.filter(({ ours }) => ours)).toEqual([]);
  await page.close();
});

it.each(Object.keys(sizes) as Size[])(
  'shows each kind of page without scrolling sideways, and leaves a picture of it: %s',
  async (size) => {
    const { page, troubles } = await site.open(size);
    for (const [name, address] of Object.entries(pages)) {
      await site.show(page, address);
      await page.screenshot({ path: screenshotPath(`docs-${name}-${size}`) });
      expect(await sideways(page), name).toBe(0);
    }
    await page.goto(`${site.url}api/index.html`);
    await page.screenshot({ path: screenshotPath(`docs-api-${size}`) });
    expect(await sideways(page), 'api').toBe(0);
    expect(troubles).toEqual([]);
  },
);

it('has tables scroll in their box on a phone', async () => {
  const { page } = await site.open('phone');
  await site.show(page, '#/errors');
  const box = await page
    .locator('#errors table')
    .first()
    .evaluate((table) => {
      let scroller: Element | null = table;
      while (scroller && !(scroller.scrollWidth > scroller.clientWidth && /auto|scroll/.test(getComputedStyle(scroller).overflowX)))
        scroller = scroller.parentElement;
      return scroller && { wide: scroller.scrollWidth, shown: scroller.clientWidth, right: scroller.getBoundingClientRect().right };
    });
  expect(box!.wide).toBeGreaterThan(box!.shown);
  expect(box!.right).toBeLessThanOrEqual(sizes.phone.width);
});

it('breaks no code of an error in the middle, on a phone', async () => {
  const { page } = await site.open('phone');
  await site.show(page, '#/errors');
  const broken = await page.locator('#errors table td:first-child code').evaluateAll((codes) =>
    codes.flatMap((code) => {
      const text = code.firstChild as Text;
      return [...text.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        return range.getClientRects().length > 1 ? [word] : [];
      });
    }),
  );
  expect(broken).toEqual([]);
});

it('opens its menu on a phone, and leads from there to the errors', async () => {
  const { page } = await site.open('phone');
  await site.show(page, '');
  await page.getByRole('button', { name: 'Open navigation menu' }).click();
  await page
    .locator('[data-component-name="Menu/MenuItem"] a')
    .filter({ has: page.locator('[data-text="Errors"]') })
    .click();
  await expect.poll(() => page.url()).toContain('#/errors');
  await page.locator('#errors').getByRole('heading', { name: 'Errors' }).first().waitFor();
});

it('can be used with the keyboard alone: skip link, menu, search', async () => {
  const { page } = await site.open();
  await site.show(page, '');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('api-content');

  await tabTo(page, operation!.tags?.[0] ?? '');
  await page.keyboard.press('Enter');
  await settle(page);
  await tabTo(page, operation!.summary);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain(operationAddress);
  await settle(page);

  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Search docs...').waitFor();
  await page.keyboard.type(Object.keys(contract['x-error-model'].codes)[0]!);
  const result = page.locator('[data-component-name="Search/SearchItem"]').first();
  await result.waitFor();
  await result.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).not.toContain(operationAddress);
});

async function violationsOn(page: Page): Promise<{ rule: string; impact: string; ours: boolean; nodes: string[] }[]> {
  // The policy of the page lets no script in that it was not built with; the debugger's way in is not under it.
  await page.evaluate(axe.source);
  return page.evaluate(async (ours) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, impact, nodes }) => {
        const isOurs = (target: unknown) => document.querySelector(String(target))?.matches(ours) ?? false;
        return [true, false].map((wanted) => ({
          rule: id,
          impact: String(impact),
          ours: wanted,
          nodes: nodes.filter(({ target }) => isOurs(target[0]) === wanted).map(({ html }) => html.slice(0, 200)),
        }));
      })
      .filter(({ nodes }) => nodes.length > 0);
  }, OURS);
}

function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText.split('\n')[0]?.trim() ?? '');
}

async function tabTo(page: Page, text: string): Promise<void> {
  // Some way back, and then on as far as it takes: the more operations there are, the more stands between.
  for (let presses = 0; presses < 500; presses++) {
    await page.keyboard.press(presses < 60 ? 'Shift+Tab' : 'Tab');
    if ((await focused(page)) === text) return;
  }
  expect.fail(`Tab does not lead to ${text}`);
}
