import { hostileEdits } from '@finauth-sdk/generate/testing/hostile';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildDocs } from './buildDocs.ts';
import { makeScratch, writeSpec } from './fixture.ts';

const scratch = await makeScratch();
afterAll(() => scratch.remove());

const build = async (name: string) => {
  const output = scratch.path(name);
  await buildDocs({ spec: scratch.spec, api: scratch.api, output, siteUrl: 'https://example.com/docs/' });
  return output;
};
const elements = (html: string) => [...html.matchAll(/<(script|img|iframe|svg|link|meta|a)\b/gi)].map(([, name]) => name!.toLowerCase());
const count = (html: string, name: string) => elements(html).filter((element) => element === name).length;

test('no text of the spec becomes an element, a script or a template of the site', async () => {
  const plain = await build('plain');
  // Whole files: what they hold by now is what the edits were made from.
  for (const [file, , text] of hostileEdits(scratch.spec)) await writeSpec(scratch, file, text);
  const hostile = await build('hostile');
  const files = (await readdir(hostile, { recursive: true })).filter((file) => file.endsWith('.html'));
  expect(files).toEqual(expect.arrayContaining(['index.html', join('errors', 'index.html')]));
  for (const file of files) {
    const [before, after] = await Promise.all([plain, hostile].map((folder) => readFile(join(folder, file), 'utf8')));
    // A link to https: is one that a text may have.
    for (const name of ['script', 'img', 'iframe', 'meta', 'link'])
      expect(count(after!, name), `${name} in ${file}`).toBe(count(before!, name));
    expect(after).not.toMatch(/<[a-z]+ [^<>]*\bon\w+="(?:globalThis\.)?pwned/i);
  }
  expect(await readFile(join(hostile, 'index.html'), 'utf8')).toContain('pwned');
});
