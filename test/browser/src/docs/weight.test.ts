import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSite, readSite, type Site } from './openSite.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

it('paints, and loads nothing beside the page itself and its icon', async () => {
  const { page, troubles } = await site.open();
  const loaded: string[] = [];
  page.on('response', (response) => loaded.push(new URL(response.url()).pathname));
  await page.goto(site.url, { waitUntil: 'networkidle' });
  const { paint, blocked } = await page.evaluate(async () => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    blocked: await new Promise<number>((done) => {
      new PerformanceObserver((list) => done(Math.max(...list.getEntries().map(({ duration }) => duration)))).observe({
        type: 'longtask',
        buffered: true,
      });
      setTimeout(() => done(0), 300);
    }),
  }));
  const html = Buffer.from(await readSite('index.html'));
  console.log(
    `docs: first contentful paint ${Math.round(paint ?? 0)} ms, longest task ${Math.round(blocked)} ms; ` +
      `${html.length} bytes, ${gzipSync(html).length} gzipped, ${loaded.length} requests`,
  );
  expect(paint).toBeGreaterThan(0);
  expect(loaded.map((path) => path.split('/').at(-1)).filter((name) => !['', 'favicon.svg'].includes(name!))).toEqual([]);
  expect(troubles).toEqual([]);
});

it('runs no script of its own that could block for longer than Redoc’s', async () => {
  const html = await readSite('index.html');
  const scripts = [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)].map(([, attributes, code]) => ({
    attributes: attributes!,
    size: code!.length,
  }));
  const [redoc, ...others] = scripts.sort((one, other) => other.size - one.size);
  expect(redoc!.attributes).toContain('type="module"');
  for (const { attributes, size } of others) {
    expect(attributes).not.toContain('src=');
    expect(size).toBeLessThan(1000);
  }
});
