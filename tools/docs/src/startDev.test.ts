import { afterAll, beforeAll, expect, test } from 'vitest';
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

async function start(): Promise<string> {
  return (await fetch(dev.url)).text();
}

/** Subscribes as an open page does; each call waits for the next news that the site has been built. */
async function listen(): Promise<() => Promise<void>> {
  const { body } = await fetch(new URL('/_dev/events', dev.url));
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  return async () => {
    for (let text = ''; !text.includes('event: built');) text += (await reader.read()).value;
  };
}
