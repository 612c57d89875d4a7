import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { screenshotPath } from '../screenshotPath.ts';
import { operations } from './expected.ts';
import { openSite, settle, sizes, type Site, type Size } from './openSite.ts';

const [operation] = operations;
const operationAddress = `#/${operation!.tags?.[0]?.toLowerCase()}/${operation!.operationId.toLowerCase()}`;

/**
 * What is ours on a page: what is rendered from our Markdown, which Redoc marks as such, the page around it, our skip link, and the pages
 * written by hand. Those that need no script are examined as a whole, in pages.test.ts. All else is markup of Redoc's or of typedoc's, which we can neither write nor mend.
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

const views = (['light', 'dark'] as const).flatMap((theme) =>
  ['reference', 'operation', 'not found', 'api'].map((name) => [name, theme] as const),
);

it.each(views)('has no serious violation of accessibility that is ours: %s, %s', async (name, theme) => {
  const { page } = await site.open();
  await page.emulateMedia({ colorScheme: theme });
  if (name === 'api') await page.goto(`${site.url}api/index.html`);
  else if (name === 'not found') await page.goto(`${site.url}not/there`);
  else await site.show(page, name === 'operation' ? operationAddress : '');
  // What is looked at has to be there, or a new Redoc with other names would hide it all.
  const markdown = await page.locator('[data-component-name="Markdown/Markdown"] *').count();
  expect(name === 'api' || name === 'not found' || markdown > 5, `${markdown} elements of our Markdown`).toBe(true);
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
    const look = async (name: string) => {
      await page.screenshot({ path: screenshotPath(`docs-${name}-${size}`) });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), name).toBe(0);
    };
    const kinds = {
      start: '',
      guide: 'guides/quickstart/',
      errors: 'errors/',
      error: 'errors/invalid_sign/',
      package: 'packages/signing/',
      api: 'api/index.html',
    };
    for (const [name, path] of Object.entries(kinds)) {
      await page.goto(site.url + path);
      await look(name);
    }
    await site.show(page, operationAddress);
    await look('operation');
    expect(troubles).toEqual([]);
  },
);

it.each(Object.keys(sizes) as Size[])('breaks no code of an error in the middle: %s', async (size) => {
  const { page } = await site.open(size);
  await page.goto(`${site.url}errors/`);
  const broken = await page.locator('table td:first-child code').evaluateAll((codes) =>
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

it('can be used with the keyboard alone: skip link and menu of the reference', async () => {
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
