import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isWhole } from '../../../../vitest.base.ts';
import { openSite, readSite, settle, staticPages, type Site } from './openSite.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

// A phone on slow 4G, as Lighthouse has it, with a processor a quarter as fast.
const SLOW = { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (750e3 / 8) * 0.9 };
const kinds = {
  start: '',
  guide: 'guides/quickstart/',
  longest: 'packages/signing/',
  call: 'calls/getbiztoken/',
  errors: 'errors/',
  error: 'errors/invalid_sign/',
  results: 'results/',
};
// Redoc's and typedoc's, whose weight is theirs.
const others = { reference: 'reference/', api: 'api/index.html' };

// The times are printed, and not asserted: they are the machine's too.
it.each(Object.entries(kinds))('is small, and shown on a slow phone: %s', async (name, path) => {
  const { bytes, largest } = await measure(name, path);
  expect(bytes).toBeLessThan(100_000);
  expect(largest).toBeGreaterThan(0);
});

it.runIf(isWhole).each(Object.entries(others))('is shown on a slow phone: %s', async (name, path) => {
  expect((await measure(name, path)).largest).toBeGreaterThan(0);
});

it('is small on every other page too', async () => {
  for (const path of staticPages) {
    const html = await readSite(`${path}index.html`);
    const loaded = [...html.matchAll(/<(?:script|img|link rel="(?:stylesheet|icon)")[^>]* (?:src|href)="([^"]+)"/g)].map(([, address]) =>
      posix.join(path, address!),
    );
    expect(loaded.length, path).toBeGreaterThan(2);
    const sizes = await Promise.all([`${path}index.html`, ...loaded].map(async (file) => gzipSync(await readSite(file)).length));
    expect(
      sizes.reduce((sum, size) => sum + size, 0),
      path,
    ).toBeLessThan(100_000);
  }
});

/** What a page weighs, gzipped and with all that it loads, and when it has painted what is largest on it, in milliseconds. */
async function measure(name: string, path: string): Promise<{ bytes: number; largest: number }> {
  const { page, troubles } = await site.open('phone');
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const weights: Promise<number>[] = [];
    page.on('response', (response) => weights.push(response.body().then((body) => gzipSync(body).length)));
    await page.goto(site.url + path);
    const { first, largest, blocked } = await page.evaluate(
      () =>
        new Promise<{ first: number; largest: number; blocked: number }>((done) => {
          const all = { first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, largest: 0, blocked: 0 };
          new PerformanceObserver((list) => (all.largest = list.getEntries().at(-1)!.startTime)).observe({
            type: 'largest-contentful-paint',
            buffered: true,
          });
          new PerformanceObserver((list) => {
            for (const { duration } of list.getEntries()) all.blocked += Math.max(0, duration - 50);
          }).observe({ type: 'longtask', buffered: true });
          setTimeout(() => done(all), 300);
        }),
    );
    const bytes = (await Promise.all(weights)).reduce((sum, size) => sum + size, 0);
    console.log(
      `docs, ${name}: ${bytes} bytes gzipped, in ${weights.length} files; on slow 4G, first paint ${Math.round(first)} ms, largest ${Math.round(largest)} ms, blocked ${Math.round(blocked)} ms`,
    );
    expect(troubles).toEqual([]);
    return { bytes, largest };
  } finally {
    // Else its work goes on beside the next.
    await page.close();
  }
}

it('blocks for no longer than Redoc’s own script, while it loads and while one reads on', async () => {
  const { page } = await site.open();
  const timesOf = await watchScripts(await page.context().newCDPSession(page));
  await site.show(page, '');
  for (let screens = 0; screens < 5; screens++) {
    await page.mouse.wheel(0, 900);
    await settle(page);
  }
  const [redoc, ...ours] = (await timesOf(`${site.url}reference/`)).sort((one, other) => other.size - one.size);
  const sum = ours.reduce((total, { ms }) => total + ms, 0);
  const longest = Math.max(...ours.map((script) => script.longestMs));
  console.log(
    `docs: Redoc's script ran for ${Math.round(redoc!.ms)} ms, ${Math.round(redoc!.longestMs)} ms at a stretch; ` +
      `ours for ${Math.round(sum)} ms, ${Math.round(longest)} ms at a stretch`,
  );
  expect(ours.length).toBeGreaterThan(0);
  expect(longest).toBeLessThan(redoc!.longestMs);
  expect(sum).toBeLessThan(redoc!.ms / 2);
});

it('has no script of its own that is large', async () => {
  const html = await readSite('reference/index.html');
  const scripts = [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)].map(([, attributes, code]) => ({
    attributes: attributes!,
    size: code!.length,
  }));
  const [redoc, ...others] = scripts.sort((one, other) => other.size - one.size);
  expect(redoc!.attributes).toContain('type="module"');
  for (const { attributes, size } of others) {
    expect(attributes.replace('src="../search.js"', '')).not.toContain('src=');
    expect(size).toBeLessThan(1000);
  }
});

interface Profile {
  nodes: { id: number; children?: number[]; callFrame: { functionName: string; scriptId: string } }[];
}

interface ScriptTime {
  size: number;
  ms: number;
  /** The longest that it ran without a pause, with what it had the browser do. */
  longestMs: number;
}

/** Begins to look at what runs; the answer tells how long each script in the text of a page did. */
async function watchScripts(session: CDPSession): Promise<(url: string) => Promise<ScriptTime[]>> {
  const scripts = new Map<string, { url: string; size: number }>();
  session.on('Debugger.scriptParsed', ({ scriptId, url, length = 0 }) => scripts.set(scriptId, { url, size: length }));
  await session.send('Debugger.enable');
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 500 });
  await session.send('Profiler.start');
  return async (url) => {
    const { profile } = await session.send('Profiler.stop');
    const entries = entriesOf(profile.nodes);
    const running = profile.samples!.map((id, at) => ({ script: entries.get(id)!, ms: profile.timeDeltas![at]! / 1000 }));
    return [...scripts]
      .filter(([, script]) => script.url === url)
      .map(([id, { size }]) => {
        let [ms, stretch, longestMs] = [0, 0, 0];
        for (const sample of running) {
          if (sample.script === PAUSE) continue;
          stretch = sample.script === id ? stretch + sample.ms : 0;
          ms += sample.script === id ? sample.ms : 0;
          longestMs = Math.max(longestMs, stretch);
        }
        return { size, ms, longestMs };
      });
  };
}

/** While memory is being freed, whatever runs goes on. */
const PAUSE = 'pause';

/** For each node of a profile, the script that the browser entered: what that has others do, it does. */
function entriesOf(nodes: Profile['nodes']): Map<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const entries = new Map<number, string>();
  const enter = (id: number, entry: string | undefined): void => {
    const { callFrame, children = [] } = byId.get(id)!;
    const own = callFrame.functionName === '(garbage collector)' ? PAUSE : callFrame.scriptId === '0' ? undefined : callFrame.scriptId;
    entries.set(id, entry ?? own ?? '');
    for (const child of children) enter(child, entry ?? own);
  };
  enter(nodes[0]!.id, undefined);
  return entries;
}
