import { launchChromium } from '@finauth-sdk/test-browser/chromium';
import type { Environment, Outcome } from '@finauth-sdk/test-suite';
import type { Browser, Page } from 'playwright-core';

/** What runners/page.mjs leaves behind on a page. */
export interface FinauthPage {
  readonly finauthPage: {
    refusals(environment: Environment): string[];
    run(environment: Environment): Promise<Outcome[]>;
  };
}

/** A page of a real Chromium. */
export async function openPage(url: string): Promise<{ browser: Browser; page: Page }> {
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(url);
  return { browser, page };
}
