import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildDocs, type DocsOptions } from './buildDocs.ts';
import { apiPages, spec } from './folders.ts';

// The whole of it: what typedoc makes of the packages, and the site of the spec as it stands.
const makePages = join(dirname(createRequire(import.meta.url).resolve('@finauth-sdk/api-docs/package.json')), 'makePages.mjs');

// Of a machine so busy that each look at the clock is half a second after the last.
const BUSY = '--import=data:text/javascript,let%20now=Date.now();Date.now=()=>now+=500';
/** A machine that differs from this one in what a program might take from it. */
const elsewhere = { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', NODE_OPTIONS: BUSY };

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'finauth-docs-twice-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

// A run of typedoc, which takes a minute where others are at work.
test(
  'the same spec and packages give the same bytes, in another language and time zone and on a busy machine too',
  { timeout: 900_000 },
  async () => {
    const [here, there] = ['here', 'there'].map((name) => join(scratch, name)) as [string, string];
    await buildDocs(optionsOf(here, apiPages));
    await buildElsewhere(there);
    const files = await filesIn(here);
    expect(files.length).toBeGreaterThan(50);
    expect(await filesIn(there)).toEqual(files);
    const differing = await Promise.all(
      files.map(async (file) => (await readFile(join(here, file))).equals(await readFile(join(there, file))) || file),
    );
    expect(differing.filter((file) => file !== true)).toEqual([]);
  },
);

const optionsOf = (output: string, api: string): DocsOptions => ({ spec, api, output, siteUrl: 'https://example.com/docs/' });

/** The pages of the TypeScript API too are made again: those of here are what `npm run docs` made. */
async function buildElsewhere(output: string): Promise<void> {
  const run = promisify(execFile);
  const env = { ...process.env, ...elsewhere };
  const api = join(scratch, 'api');
  await run(process.execPath, [makePages, '--out', api], { env });
  const options = JSON.stringify(optionsOf(output, api));
  const build = `(await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'buildDocs.ts')).href)})).buildDocs(${options})`;
  await run(process.execPath, ['--input-type=module', '--eval', `await ${build}`], { env });
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
