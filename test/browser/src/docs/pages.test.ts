import axe from 'axe-core';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isWhole } from '../../../../vitest.base.ts';
import { openSite, readSite, sizes, staticPages, type Site } from './openSite.ts';

// All of the pages that need no script are opened; one of a kind is examined by axe in each theme and size.
const kinds = [
  '',
  'guides/quickstart/',
  'packages/signing/',
  'calls/getbiztoken/',
  'errors/',
  'errors/invalid_sign/',
  'signature/',
  'results/',
];
// What takes longer is done on one page of an error, and on all of them by the long tests.
const most = staticPages.filter((path) => isWhole || !/^errors\/./.test(path) || kinds.includes(path));

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

async function within<T>(options: Parameters<Site['browser']['newContext']>[0], use: (context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await site.browser.newContext(options);
  try {
    return await use(context);
  } finally {
    await context.close();
  }
}

it('shows every page by its address with JavaScript off, with one heading of the first level, and nothing beyond the edge of a phone', async () => {
  expect(staticPages.length).toBeGreaterThan(kinds.length);
  await within({ javaScriptEnabled: false, viewport: sizes.phone }, async (context) => {
    const page = await context.newPage();
    for (const path of staticPages) {
      expect((await page.goto(site.url + path))?.status(), path).toBe(200);
      expect(await page.locator('main h1:visible').count(), path).toBe(1);
      expect(await page.locator('button').count(), path).toBe(0);
      const box = await page.locator('body').evaluate(() => document.documentElement.scrollWidth);
      expect(box, path).toBeLessThanOrEqual(sizes.phone.width);
    }
  });
});

it('prints all that stands in the text of a page', async () => {
  await within({ javaScriptEnabled: false }, async (context) => {
    const page = await context.newPage();
    await page.emulateMedia({ media: 'print' });
    for (const path of most.filter((one) => one !== '')) {
      await page.goto(site.url + path);
      const printed = plain(await page.locator('body').innerText());
      const words = wordsOf(await readSite(`text/${path.slice(0, -1)}.md`));
      expect(words.length, path).toBeGreaterThan(0);
      expect(
        words.filter((part) => !printed.includes(part)),
        path,
      ).toEqual([]);
      expect(printed).not.toContain('Skip to the content');
    }
    // Chromium makes a PDF of it, of which a page more than one shows that nothing is cut off below a window.
    await page.goto(`${site.url}${kinds[2]}`);
    const pdf = (await page.pdf()).toString('latin1');
    expect(pdf.match(/\/Type ?\/Page\b/g)!.length).toBeGreaterThan(1);
  });
});

it('copies the code that a button stands beside, and nothing else, by every button', async () => {
  await within({ permissions: ['clipboard-read', 'clipboard-write'] }, async (context) => {
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    let pressed = 0;
    for (const path of most) {
      await page.goto(site.url + path);
      if ((await page.locator('.code').count()) === 0) continue;
      // One by the mouse. The others in the page itself, which is quicker.
      await page.evaluate(noteLabels);
      await page.locator('.code').first().getByRole('button', { name: 'Copy' }).click();
      await page.waitForFunction(() => (globalThis as { labels?: string[] }).labels?.includes('Copied'));
      const copies = await page.evaluate(pressEach);
      expect(
        copies.map(({ copied }) => copied),
        path,
      ).toEqual(copies.map(({ code }) => code));
      pressed += copies.length;
    }
    console.log(`docs: ${pressed} Copy buttons, each pressed`);
    expect(pressed).toBeGreaterThan(most.length);
    expect(troubles).toEqual([]);
  });
});

it.each(['light', 'dark'] as const)('has no violation of accessibility, on a desktop and a phone: %s', async (colorScheme) => {
  // In the dark only colours are others.
  const rules = colorScheme === 'light' ? '{}' : '{ runOnly: ["color-contrast", "link-in-text-block"] }';
  for (const viewport of Object.values(sizes)) {
    await within({ colorScheme, viewport }, async (context) => {
      const page = await context.newPage();
      for (const path of kinds) {
        await page.goto(site.url + path);
        await page.evaluate(`${axe.source}; 0`);
        const found = (await page.evaluate(
          `axe.run(document, ${rules}).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
        )) as string[];
        expect(found, `${path} at ${viewport.width}`).toEqual([]);
      }
    });
  }
});

/** Keeps what the first button reads, since it says that it has copied for two seconds only. */
function noteLabels(): void {
  const button = document.querySelector('.code button')!;
  const labels: string[] = ((globalThis as { labels?: string[] }).labels = []);
  new MutationObserver(() => labels.push(button.textContent)).observe(button, { childList: true });
}

/** Presses each button beside code, in the page, and reads the clipboard once there is something else in it. */
async function pressEach(): Promise<{ code: string; copied: string }[]> {
  const copies: { code: string; copied: string }[] = [];
  for (const box of document.querySelectorAll('.code')) {
    const { clipboard } = navigator;
    await clipboard.writeText('nothing yet');
    box.querySelector('button')!.click();
    let copied: string;
    do copied = await clipboard.readText();
    while (copied === 'nothing yet');
    copies.push({ code: box.querySelector('pre')!.textContent, copied });
  }
  return copies;
}

/** What a reader must find of a guide: its headings and paragraphs, as plain text. */
function wordsOf(markdown: string): string[] {
  return markdown
    .replaceAll(/```[^]*?```|<!--[^]*?-->|!\[[^\]]*\]\([^)]*\)/g, '')
    .split(/\n\s*\n/)
    .filter((part) => part.trim() && !/^\s*(?:[|-]|\d+\.)/.test(part))
    .map((part) => plain(part.replace(/^#+ /, '')))
    .filter(Boolean);
}

function plain(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[`*]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
