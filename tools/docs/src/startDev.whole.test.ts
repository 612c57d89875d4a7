import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../freePort.ts';
import { makeScratch, writeSpec, type Scratch } from './fixture.ts';
import type { Serving } from './serveFolder.ts';
import { startDev } from './startDev.ts';

const said: string[] = [];
let scratch: Scratch;
let dev: Serving;
beforeAll(async () => {
  scratch = await makeScratch();
  dev = await startDev({ spec: scratch.spec, api: scratch.api, say: (text) => said.push(text) });
});
afterAll(async () => {
  await dev.close();
  await scratch.remove();
});

test('shows a changed guide, an error for a broken one, and the guide again, and tells open pages of each', async () => {
  const built = await listen();
  expect(await start()).toContain('/_dev/reload.js');

  await writeSpec(scratch, 'guides/1-first-steps.md', '# First steps\n\nAn altered paragraph.\n\n## Install it\n');
  await built();
  expect(await start()).toContain('An altered paragraph.');

  await writeSpec(scratch, 'guides/1-first-steps.md', '# First steps\n\nA paragraph with [a link](error:NOWHERE).\n');
  await built();
  expect(await start()).toMatch(/The spec is wrong[^]*guides\/1-first-steps\.md:3: the link error:NOWHERE/);
  expect(said.at(-1)).toContain('error:NOWHERE');

  await writeSpec(scratch, 'guides/1-first-steps.md', '# First steps\n\nIt is whole again.\n');
  await built();
  expect(await start()).toContain('It is whole again.');
});

test('answers each request during a first build and while it builds again, with the whole site', async () => {
  const port = await freePort();
  const starting = startDev({ spec: scratch.spec, api: scratch.api, port, say: () => {} });
  const at = (path: string) => new URL(path, `http://127.0.0.1:${port}/`);
  const early = await firstAnswer(() => fetch(at('404.html')));
  expect(early.status).toBe(200);
  const own = await starting;

  const built = await listen(own.url);
  const over = new AbortController();
  await writeSpec(scratch, 'guides/2-second-look.md', '# A second look\n\nAn altered guide.\n\n## What is it?\n');
  const done = built().then(() => over.abort());
  const statuses = new Set<number>();
  while (!over.signal.aborted)
    for (const path of ['', '404.html', 'openapi.json', 'nowhere/'].map(at)) statuses.add((await fetch(path)).status);
  await done;
  expect([...statuses].sort()).toEqual([200, 404]);
  expect((await fetch(at('nowhere/'))).status).toBe(404);
  expect(await (await fetch(at('text/guides/second-look.md'))).text()).toContain('An altered guide.');
  await own.close();
});

test('shows the error of a spec that is wrong from the start', async () => {
  const broken = await makeScratch();
  await writeSpec(broken, 'guides/1-first-steps.md', '# First steps\n\n[A link](error:NOWHERE).\n');
  const own = await startDev({ spec: broken.spec, api: broken.api, say: () => {} });
  expect(await (await fetch(own.url)).text()).toContain('error:NOWHERE');
  expect((await fetch(new URL('openapi.json', own.url))).status).toBe(404);
  await own.close();
  await broken.remove();
});

/** A port that was free a moment ago. */
async function firstAnswer(ask: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const response = await ask().catch(() => undefined);
    if (response) return response;
    await setTimeout(5);
  }
}

async function start(): Promise<string> {
  return (await fetch(dev.url)).text();
}

/** Subscribes as an open page does; each call waits for the next news that the site has been built. */
async function listen(url = dev.url): Promise<() => Promise<void>> {
  const { body } = await fetch(new URL('/_dev/events', url));
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  return async () => {
    for (let text = ''; !text.includes('event: built');) text += (await reader.read()).value;
  };
}
