import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocsOptions } from './buildDocs.ts';
import { spec } from './folders.ts';

// The whole of it: what typedoc makes of the packages, and the site of the spec as it stands.
const apiDocs = dirname(createRequire(import.meta.url).resolve('@finauth-sdk/api-docs/package.json'));

// Of a machine so busy that each look at the clock is half a second after the last.
const BUSY = '--import=data:text/javascript,let%20now=Date.now();Date.now=()=>now+=500';

/** Machines that differ in what a program might take from them. */
const machines = {
  here: { TZ: 'UTC', LC_ALL: 'en_US.UTF-8', LANG: 'en_US.UTF-8' },
  elsewhere: { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', NODE_OPTIONS: BUSY },
};

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'finauth-docs-twice-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

// Two runs of typedoc, which take minutes where others are at work.
test(
  'the same spec and packages give the same bytes, in another language and time zone and on a busy machine too',
  { timeout: 900_000 },
  async () => {
    const [here, elsewhere] = await Promise.all(Object.entries(machines).map(([name, env]) => buildAll(join(scratch, name), env)));
    const files = await filesIn(here!);
    expect(files.length).toBeGreaterThan(50);
    expect(await filesIn(elsewhere!)).toEqual(files);
    const differing = await Promise.all(
      files.map(async (file) => (await readFile(join(here!, file))).equals(await readFile(join(elsewhere!, file))) || file),
    );
    expect(differing.filter((file) => file !== true)).toEqual([]);
  },
);

/** The site as another process on such a machine makes it. */
async function buildAll(folder: string, env: Record<string, string>): Promise<string> {
  const run = promisify(execFile);
  const api = join(folder, 'api');
  const options: DocsOptions = { spec, api, output: join(folder, 'site'), siteUrl: 'https://example.com/docs/' };
  await run(process.execPath, [join(apiDocs, 'makePages.mjs'), '--out', api], { env: { ...process.env, ...env } });
  const build = `(await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'buildDocs.ts')).href)})).buildDocs(${JSON.stringify(options)})`;
  await run(process.execPath, ['--input-type=module', '--eval', `await ${build}`], { env: { ...process.env, ...env } });
  return options.output;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
