import { serveFolder } from '@finauth-sdk/docs/serveFolder';
import { readdirSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../chromium.ts';

/** Under a path, as GitHub Pages serves a project's site. */
const PATH = '/some-project/';

export const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
export type Size = keyof typeof sizes;

/** The site as `npm run docs` has built it. */
export const siteFolder = join(dirname(createRequire(import.meta.url).resolve('@finauth-sdk/docs/package.json')), 'dist');

/** A page of the site in Chromium, and whatever a page must not do: ask another origin, complain, fail to load. */
export interface OpenPage {
  page: Page;
  troubles: string[];
}

export interface Site {
  url: string;
  browser: Browser;
  open(size?: Size): Promise<OpenPage>;
  /** Goes to an address of the reference, such as `#/token`, and waits until Redoc has made that part. */
  show(page: Page, address: string): Promise<void>;
  close(): Promise<void>;
}

export async function openSite(folder = siteFolder): Promise<Site> {
  await stat(join(folder, 'index.html')).catch(() => {
    throw new Error('The site has not been built: npm run docs');
  });
  const { url, close } = await serveFolder(folder, { path: PATH });
  const browser = await launchChromium();
  return {
    url,
    browser,
    async open(size = 'desktop') {
      const page = await browser.newPage({ viewport: sizes[size] });
      page.setDefaultTimeout(60_000);
      return { page, troubles: watchTroubles(page, new URL(url).origin) };
    },
    async show(page, address) {
      await page.goto('about:blank');
      await page.goto(`${url}reference/${address}`);
      await page.locator('[data-testid="middle-panel"]').first().waitFor();
      // Redoc says that it loads until its index is made.
      await page.getByTestId('search-trigger').getByText('Search').waitFor({ state: 'attached' });
      await settle(page);
    },
    async close() {
      await browser.close();
      await close();
    },
  };
}

/** Waits until Redoc, which renders parts as they come near, has moved nothing for a while. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    let last = '';
    for (let quiet = 0, frames = 0; quiet < 5 && frames < 200; frames++) {
      await new Promise((done) => requestAnimationFrame(done));
      const now = `${scrollY} ${document.documentElement.scrollHeight} ${location.hash}`;
      quiet = now === last ? quiet + 1 : 0;
      last = now;
    }
  });
}

function watchTroubles(page: Page, origin: string): string[] {
  const troubles: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob|about):/.test(request.url()) && new URL(request.url()).origin !== origin) troubles.push(`asked ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} for ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  return troubles;
}

/** The files of the site, by their paths in it. */
export const siteFiles = readdirSync(siteFolder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));

/** The pages that need no script, by their addresses. The reference does, and the TypeScript API is typedoc's. */
export const staticPages = siteFiles
  .filter((file) => /(?:^|\/)index\.html$/.test(file) && !/^(?:api|reference)\//.test(file))
  .map((file) => file.replace(/index\.html$/, ''));

export function readSite(file: string): Promise<string> {
  return readFile(join(siteFolder, file), 'utf8');
}
