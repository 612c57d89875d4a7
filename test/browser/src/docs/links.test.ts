import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isWhole } from '../../../../vitest.base.ts';
import { openSite, readSite, siteFiles, siteFolder, staticPages, type Site } from './openSite.ts';

// Every link of every page is followed: those of the reference in the browser, where they come to be, all others where they stand.
const files = siteFiles;
const apiPages = files.filter((file) => file.startsWith('api/') && file.endsWith('.html'));

let site: Site;
let walked: { routes: Set<string>; links: Set<string>; troubles: string[]; dead: string[] };
beforeAll(async () => {
  site = await openSite();
  const { page, troubles } = await site.open();
  await site.show(page, '');
  walked = { ...(await walk(page)), troubles };
}, 600_000);
afterAll(() => site.close());

it('has no link in the reference that leads to no part of it', () => {
  expect(walked.dead).toEqual([]);
  expect(walked.routes.size).toBeGreaterThan(5);
});

it('has no link in the reference to a file that is not there', () => {
  const local = [...walked.links].filter((link) => !/^(#|https:|mailto:)/.test(link));
  expect(local.length).toBeGreaterThan(3);
  expect(local.filter((link) => !leadsSomewhere('reference/index.html', link))).toEqual([]);
});

it('asks no other origin and logs no error, in the reference and on every other page', async () => {
  const { page, troubles } = await site.open();
  // Those of the TypeScript API are of one make: in every run, one in ten.
  const opened = [...staticPages, ...apiPages.filter((_path, index) => isWhole || index % 10 === 0)];
  for (const path of opened) await page.goto(site.url + path);
  await page.goto(`${site.url}llms.txt`);
  expect([...walked.troubles, ...troubles]).toEqual([]);
});

it('shows a page of its own for an address that is not there', async () => {
  const { page } = await site.open();
  const response = await page.goto(`${site.url}not/there`);
  expect(response?.status()).toBe(404);
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
});

it('has no dead link or anchor on any other page, and none in any text', async () => {
  const pages = [...staticPages.map((path) => `${path}index.html`), ...apiPages];
  const texts = ['llms.txt', 'llms-full.txt', 'openapi.yaml', ...files.filter((file) => file.endsWith('.md'))];
  const linksIn = await Promise.all([
    ...pages.map(async (path) => [path, linksOf(await readSite(path))] as const),
    ...texts.map(async (path) => [path, [...(await readSite(path)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!)] as const),
  ]);
  const dead = linksIn.flatMap(([path, links]) => links.filter((link) => !leadsSomewhere(path, link)).map((link) => `${path}: ${link}`));
  // Else an empty folder would pass.
  expect(pages).toEqual(expect.arrayContaining(['index.html', 'api/index.html']));
  expect(linksIn.flatMap(([, links]) => links).length).toBeGreaterThan(1000);
  expect(dead).toEqual([]);
});

it('lists each page as text in llms.txt', async () => {
  const index = await readSite('llms.txt');
  expect(files.filter((file) => file.endsWith('.md') && !index.includes(`(${file})`))).toEqual([]);
});

const ids = new Map<string, Set<string>>();

function leadsSomewhere(from: string, link: string): boolean {
  if (/^(https?:|mailto:|data:)/.test(link)) return true;
  const [file = '', anchor] = link.split('#');
  const target = file ? posix.join(dirname(from), decodeURIComponent(file)) : from;
  if (!isFile(target)) return false;
  if (!anchor) return true;
  const page = statSync(join(siteFolder, target)).isFile() ? target : posix.join(target, 'index.html');
  const known = ids.get(page) ?? idsOf(readFileSync(join(siteFolder, page), 'utf8'));
  ids.set(page, known);
  return known.has(decodeURIComponent(anchor));
}

/** Follows each link of the reference that stays on it, and gathers all others. */
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
