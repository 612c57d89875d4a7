import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSite, readSite, siteFolder, type Site } from './openSite.ts';

// Every link of every page is followed: those of the start page in the browser, where they come to be, all others where they stand.
const files = readdirSync(siteFolder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
const apiPages = files.filter((file) => file.startsWith('api/') && file.endsWith('.html'));
const home = /<link rel="canonical" href="([^"]*)">/.exec(await readSite('index.html'))![1]!;

let site: Site;
let walked: { routes: Set<string>; links: Set<string>; troubles: string[]; dead: string[] };
beforeAll(async () => {
  site = await openSite();
  const { page, troubles } = await site.open();
  await site.show(page, '');
  walked = { ...(await walk(page)), troubles };
}, 600_000);
afterAll(() => site.close());

it('has no link on the start page that leads to no part of it', () => {
  expect(walked.dead).toEqual([]);
  expect(walked.routes.size).toBeGreaterThan(20);
});

it('has no link on the start page to a file that is not there', () => {
  const local = [...walked.links].filter((link) => !/^(#|https:|mailto:)/.test(link));
  expect(local.length).toBeGreaterThan(3);
  expect(local.filter((link) => !isFile(link))).toEqual([]);
});

it('asks no other origin and logs no error, on the start page and on every page of the TypeScript API', async () => {
  const { page, troubles } = await site.open();
  for (const path of apiPages) await page.goto(site.url + path);
  await page.goto(`${site.url}llms.txt`);
  expect([...walked.troubles, ...troubles]).toEqual([]);
});

it('shows a page of its own for an address that is not there', async () => {
  const { page } = await site.open();
  const response = await page.goto(`${site.url}not/there`);
  expect(response?.status()).toBe(404);
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
});

it('has no dead link or anchor in the pages of the TypeScript API', async () => {
  const anchors = new Map(await Promise.all(apiPages.map(async (path) => [path, idsOf(await readSite(path))] as const)));
  const dead = await Promise.all(
    apiPages.map(async (path) =>
      linksOf(await readSite(path))
        .filter((link) => {
          if (/^(https?:|mailto:|data:)/.test(link)) return false;
          const [file = '', anchor] = link.split('#');
          const target = file ? posix.join(dirname(path), decodeURIComponent(file)) : path;
          return !isFile(target) || (anchor && anchors.get(target)?.has(decodeURIComponent(anchor)) === false);
        })
        .map((link) => `${path}: ${link}`),
    ),
  );
  // Else an empty folder would pass.
  expect(apiPages).toContain('api/index.html');
  expect(dead.flat()).toEqual([]);
});

it.each([
  '404.html',
  'llms.txt',
  'llms-full.txt',
  'robots.txt',
  'sitemap.xml',
  'openapi.yaml',
  ...files.filter((file) => file.endsWith('.md')),
])('has no dead link in %s', async (file) => {
  const text = await readSite(file);
  const addresses = [
    ...[...text.matchAll(/https?:\/\/[^\s<>")\]`]+/g)].map(([address]) => address).filter((address) => address.startsWith(home)),
    ...(file.endsWith('.html') ? linksOf(text).map((link) => new URL(link, home).href) : []),
  ];
  const dead = addresses.filter((address) => {
    const [path = '', route] = address
      .slice(home.length)
      .replace(/\\?[.,;:']*$/, '')
      .split('#');
    const file = !path || path.endsWith('/') ? `${path}index.html` : path;
    if (!isFile(file)) return true;
    // The start page's addresses are Redoc's; those of other pages are the ids of their elements.
    return route && !(path ? idsOf(readFileSync(join(siteFolder, file), 'utf8')).has(route) : walked.routes.has(`#${route}`));
  });
  expect(dead).toEqual([]);
  if (file !== 'openapi.yaml') expect(file.startsWith('text/') ? 1 : addresses.length).toBeGreaterThan(0);
});

it('lists each page in the sitemap, and each page as text in llms.txt', async () => {
  const [sitemap, index] = await Promise.all([readSite('sitemap.xml'), readSite('llms.txt')]);
  expect(apiPages.filter((path) => !sitemap.includes(`<loc>${home}${path}</loc>`))).toEqual([]);
  expect(files.filter((file) => file.endsWith('.md') && !index.includes(`(${home}${file})`))).toEqual([]);
});

/** Follows each link of the start page that stays on it, and gathers all others. */
async function walk(page: Page): Promise<Omit<typeof walked, 'troubles'>> {
  const routes = new Set<string>();
  const links = new Set<string>();
  const dead: string[] = [];
  const waiting = new Set(await hrefs(page));
  for (const link of waiting) {
    links.add(link);
    if (!link.startsWith('#')) continue;
    await page.evaluate((hash) => {
      location.hash = hash;
    }, link);
    if (await arrives(page, link.slice(1))) routes.add(link);
    else dead.push(link);
    for (const found of await hrefs(page)) waiting.add(found);
  }
  return { routes, links, dead };
}

/** Whether the part of an address comes into the window. */
async function arrives(page: Page, route: string): Promise<boolean> {
  const shown = (wanted: string): boolean => {
    if (document.querySelector('.not-found-page')) return false;
    if (wanted === '/') return scrollY === 0;
    // Within an operation, what has an address of its own has it behind a second hash, and the status that is to be opened behind that.
    const id = (wanted.split('#')[1] ?? wanted.slice(1)).replace(/responses&c=\d+$/, 'responses');
    return [...document.querySelectorAll(`[data-section-id="${wanted}"], [id="${id}"]`)].some((part) => {
      const { top, bottom } = part.getBoundingClientRect();
      return bottom >= 0 && top < innerHeight;
    });
  };
  return page.waitForFunction(shown, route, { timeout: 30_000 }).then(
    () => true,
    () => false,
  );
}

function hrefs(page: Page): Promise<string[]> {
  return page
    .locator('a[href]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')!).filter((href) => href !== '#api-content'));
}

function isFile(path: string): boolean {
  const file = join(siteFolder, path);
  return existsSync(file) && (statSync(file).isFile() || existsSync(join(file, 'index.html')));
}

function linksOf(html: string): string[] {
  return [...html.matchAll(/<(?:a|link|script|img|use)\b[^>]*\s(?:href|src)="([^"]*)"/g)].map(([, link]) => link!.replaceAll('&amp;', '&'));
}

function idsOf(html: string): Set<string> {
  return new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!));
}
