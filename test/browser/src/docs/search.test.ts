import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSite, type OpenPage, type Site } from './openSite.ts';

// What people look for, and the page that answers them.
const wanted: [query: string, path: string][] = [
  ['tokens stopped', 'guides/troubleshooting/'],
  ['outage', 'guides/troubleshooting/'],
  ['forbidden', 'guides/troubleshooting/'],
  ['ENOTFOUND', 'guides/troubleshooting/'],
  ['certificate', 'guides/behind-a-proxy/'],
  ['signature mismatch', 'errors/invalid_sign/'],
  ['IP whitelist', 'errors/ip_not_allowed/'],
  ['rate limit', 'errors/concurrency_limit_exceeded/'],
  ['HTTPS_PROXY', 'guides/behind-a-proxy/'],
  ['firewall', 'guides/behind-a-proxy/'],
  ['rotation', 'guides/going-live/'],
  ['exit code', 'packages/cli/'],
  ['metrics', 'packages/server/'],
  ['createFinAuth', 'api/functions/_finauth-sdk_signing.index.createFinAuth.html'],
  ['undici', 'packages/signing/'],
  ['403', 'guides/troubleshooting/'],
  ['uuid', 'calls/getbiztoken/'],
  ['Java', 'guides/signature/'],
  // Endings, a word half typed, a slip, a call's option, an event.
  ['rotating secrets', 'guides/going-live/'],
  ['whitelisted', 'errors/ip_not_allowed/'],
  ['EXPIRED_S', 'errors/expired_sign/'],
  ['certifcate', 'guides/behind-a-proxy/'],
  ['maxConcurrency', 'packages/signing/'],
  ['clockCorrected', 'packages/signing/'],
  // What a log says of an error, and what people say of their servers and of an outage.
  ['EXPIRED_SIGN', 'errors/expired_sign/'],
  ['403 AUTHORIZATION_ERROR: EXPIRED_SIGN', 'errors/expired_sign/'],
  ['LIMIT_REACHED', 'errors/limit_reached/'],
  ['ERR_LIMITER', 'errors/err_limiter/'],
  ['scale pods', 'guides/more-than-one-server/'],
  ['all calls fail since this morning', 'guides/troubleshooting/'],
];

let site: Site;
let opened: OpenPage;
beforeAll(async () => {
  site = await openSite();
  opened = await site.open();
  await opened.page.goto(site.url);
});
afterAll(() => site.close());

it.each(wanted)('finds for %s the page %s first', async (query, path) => {
  const { page } = opened;
  await page.getByRole('searchbox', { name: 'Search the docs' }).fill(query);
  const first = () =>
    page
      .locator('.found a')
      .first()
      .evaluate((link) => (link as HTMLAnchorElement).href);
  await expect.poll(first, { message: query }).toMatch(new RegExp(`^${escape(site.url + path)}(?:#|$)`));
});

it('is used by the keyboard alone, on every kind of page', async () => {
  const { page, troubles } = opened;
  for (const path of ['', 'guides/quickstart/', 'reference/']) {
    await page.goto(site.url + path);
    const box = page.getByRole('searchbox', { name: 'Search the docs' });
    await box.waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('exit code');
    await page.locator('.found a').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}packages/cli/#exit-codes`);
    await page.keyboard.press('/');
    await page.keyboard.type('zzzzqqqq');
    await page.getByText('Nothing found.').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.found').isVisible()).toBe(false);
  }
  await page.goto(site.url);
  for (let presses = 0; presses < 12 && !(await page.evaluate(() => document.activeElement?.matches('.search input'))); presses++)
    await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.matches('.search input'))).toBe(true);
  expect(troubles).toEqual([]);
});

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
