// Draws the social card anew after a change of its SVG: node src/docs/drawSocialCard.ts. The PNG is committed, since a build has no browser.
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { launchChromium } from '../chromium.ts';

const assets = join(dirname(createRequire(import.meta.url).resolve('@finauth-sdk/docs/package.json')), 'assets');

const browser = await launchChromium();
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
await page.setContent(`<style>body{margin:0}svg{display:block}</style>${await readFile(join(assets, 'social-card.svg'), 'utf8')}`);
await page.screenshot({ path: join(assets, 'social-card.png') });
await browser.close();
