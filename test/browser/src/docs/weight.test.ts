import { gzipSync } from 'node:zlib';
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSite, readSite, settle, type Site } from './openSite.ts';

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

it('blocks for no longer than Redoc’s own script, while it loads and while one reads on', async () => {
  const { page } = await site.open();
  const timesOf = await watchScripts(await page.context().newCDPSession(page));
  await site.show(page, '#/errors');
  for (let screens = 0; screens < 5; screens++) {
    await page.mouse.wheel(0, 900);
    await settle(page);
  }
  const [redoc, ...ours] = (await timesOf(site.url)).sort((one, other) => other.size - one.size);
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
