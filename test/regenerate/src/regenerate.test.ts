import { existsSync } from 'node:fs';
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { editedByHand } from './allowedPaths.ts';
import type { Edit } from './edits/edit.ts';
import { edits } from './edits/edits.ts';
import { stillToMake } from './edits/stillToMake.ts';
import { failures } from './failures.ts';
import { isWhole } from '../../../vitest.base.ts';
import { copyRepo, type RepoCopy, succeeded } from './repoCopy.ts';

const MINUTE = 60_000;
const here = 'test/regenerate';
const USAGE_CONFIG = join(here, 'tsconfig.usage.json');

// These within a run of their own would never end; those publish to a registry, which no change of the spec is about.
const NOT_AGAIN = ['test/regenerate', 'test/registry', 'tools/release'];

// These take minutes, and with them the whole run would take more than ten. `FINAUTH_TESTS=whole` has them run too, as .github/workflows/ci.yml does.
const LONG = [
  'packages/cli',
  'packages/fleet',
  'test/browser',
  'test/faults',
  'test/fleet',
  // The snapshots have just been made, and are looked at below.
  'test/packages',
  'test/proxy',
  'test/runtimes',
  'test/samples',
  'test/world',
  'tools/api-docs',
  'tools/bench',
  'tools/dev',
  'tools/docs',
  'tools/generate',
  'tools/mock',
  'tools/mutation',
];
const LEFT_OUT = isWhole ? NOT_AGAIN : [...NOT_AGAIN, ...LONG];
const QUICK_ONLY = isWhole ? [] : ['--', '--exclude', '**/*.slow.test.ts'];
// With `REGENERATE=each`, the tests of the project are run after each edit by itself. That takes an hour, and `-t` picks one.
const AFTER_EACH = process.env['REGENERATE'] === 'each';

let copy: RepoCopy;
beforeAll(async () => {
  copy = await copyRepo();
  await turbo('build');
}, 10 * MINUTE);
afterAll(() => copy?.remove(), MINUTE);
beforeEach(() => copy.reset());

const named = Object.entries<Edit>(edits);
const makeable = new Set((await Promise.all(named.map((edit) => stillToMake([edit])))).flat().map(([name]) => name));
const together = await stillToMake(named.filter(([, { isApart }]) => !isApart));
// A field that is renamed is in the other edits too.
const apart = await stillToMake(named.filter(([name, { isApart }]) => isApart && name !== 'fieldRenamed'));

// One by one they are for the whole run: the others are made together below, and a renamed field is in all of them.
const singly = isWhole || AFTER_EACH ? named : named.filter(([name]) => name === 'fieldRenamed');

describe.each(singly)('%s', (name, edit) => {
  test.runIf(makeable.has(name))(`after ${edit.what}, one command is all`, { timeout: 30 * MINUTE }, async () => {
    const changed = await editAndGenerate(edit);
    await expectNoHand(changed, edit.renames);
    expect(changed.some((path) => path.includes('src/generated/'))).toBe(true);
    await useAs(name);
    if (AFTER_EACH) {
      say(`${name}: tests of the project`);
      succeeded('npm run snapshots', await copy.run('npm', 'run', '-s', 'snapshots'));
      expect(await testProject()).toEqual([]);
    }
  });
});

test('where a package has edits by hand too, the snapshots are left to whoever made them', { timeout: MINUTE }, async () => {
  await edits.words.apply(join(copy.path, 'spec'));
  const edited = 'packages/signing/src/index.ts';
  await appendFile(join(copy.path, edited), '// Mine.\n');
  const output = succeeded('npm run generate', await copy.run('npm', 'run', '-s', 'generate'));
  expect(output).toContain(`The snapshots of the public API were left alone, since the packages have edits of yours too:\n M ${edited}\n`);
  expect((await copy.changes()).filter((path) => path.includes('snapshots'))).toEqual([]);
});

test('after all that the others cannot be made with, users find each', { timeout: 20 * MINUTE }, async () => {
  for (const [, edit] of apart) await edit.apply(join(copy.path, 'spec'));
  await generate();
  await expectNoHand(
    await copy.changes(),
    apart.flatMap(([, { renames = [] }]) => renames),
  );
  await useAs(...apart.map(([name]) => name));
});

test('after all others together the tests of the project pass, users find each, and so do the docs', { timeout: 20 * MINUTE }, async () => {
  for (const [, edit] of together) await edit.apply(join(copy.path, 'spec'));
  succeeded('npm run generate', await copy.run('npm', 'run', '-s', 'generate'));
  expect(editedByHand(await copy.changes())).toEqual([]);
  await useAs(...together.map(([name]) => name));

  say('all: the docs');
  succeeded('npm run docs', await copy.run('npm', 'run', '-s', 'docs'));
  const docs = await allText(join(copy.path, 'tools/docs/dist'));
  expect(together.flatMap(([, { shows }]) => shows.filter((text) => !docs.includes(text)))).toEqual([]);

  say('all: types and tests of the project');
  await rm(join(copy.path, USAGE_CONFIG));
  expect(await testProject()).toEqual([]);

  // The snapshots are there to be read by whoever reviews the change: they have to name what is new.
  const diff = succeeded('git diff', await copy.run('git', 'diff', '--', 'test/packages/snapshots'));
  for (const name of together.flatMap(([, { exports = [] }]) => exports)) expect(diff).toMatch(new RegExp(`^\\+.*${name}`, 'm'));
  expect(editedByHand(await copy.changes())).toEqual([]);
});

/** Builds what is published, and type-checks and runs what a user writes after the edits. All else is type-checked once, after all edits. */
async function useAs(...names: string[]): Promise<void> {
  say(`${names.join(', ')}: build and types`);
  await turbo('build', 'typecheck', '--filter=./packages/*');
  await typecheckUsage(names);
  for (const name of names) {
    say(`${name}: what a user writes`);
    succeeded(`usage/${name}.ts`, await copy.run('node', join(here, `src/usage/${name}.ts`)));
  }
}

/** Makes the edit and runs the one command. The files that differ then. */
async function editAndGenerate(edit: Edit): Promise<string[]> {
  await edit.apply(join(copy.path, 'spec'));
  const edited = await copy.changes();
  const specAsEdited = await allText(join(copy.path, 'spec'));
  await generate();
  expect(edited.every((path) => path.startsWith('spec/'))).toBe(true);
  if (!edit.renames) expect(await allText(join(copy.path, 'spec'))).toBe(specAsEdited);
  return copy.changes();
}

/** That no text written by hand has changed, or only by other names, and by what a formatter makes of those. */
async function expectNoHand(changed: readonly string[], renames: Edit['renames'] = []): Promise<void> {
  const paths = editedByHand(changed);
  if (renames.length > 0) expect(paths.length).toBeGreaterThan(0);
  const bare = (text: string): string => renames.reduce((all, [from, to]) => all.replaceAll(to, from), text).replaceAll(/[\s,()]+/g, '');
  const differ = await Promise.all(
    paths.map(async (path) => {
      const before = succeeded('git show', await copy.run('git', 'show', `HEAD:${path}`));
      return bare(await readFile(join(copy.path, path), 'utf8')) !== bare(before);
    }),
  );
  expect(paths.filter((_, index) => differ[index])).toEqual([]);
}

/** Without the snapshots, which `npm run generate` brings along: that takes longer, and is done once, after all edits. */
async function generate(): Promise<void> {
  succeeded('generate', await copy.run('node', 'tools/generate/src/main.ts'));
}

async function turbo(...tasks: string[]): Promise<void> {
  succeeded(`turbo run ${tasks.join(' ')}`, await runTurbo(...tasks, '--output-logs=errors-only', '--concurrency=2'));
}

function runTurbo(...args: string[]): ReturnType<RepoCopy['exec']> {
  return copy.exec('turbo', 'run', '--ui=stream', '--log-order=grouped', ...args);
}

/** Type-checks what a user writes after edits, which cannot compile before them. */
async function typecheckUsage(names: readonly string[]): Promise<void> {
  const only = { extends: './tsconfig.json', include: [], files: names.map((name) => `src/usage/${name}.ts`) };
  await writeFile(join(copy.path, USAGE_CONFIG), JSON.stringify(only));
  succeeded('tsc of what a user writes', await copy.exec('tsc', '-p', USAGE_CONFIG));
}

/** Type-checks and tests the project but for these here, and shows what fails that was not to. */
async function testProject(): Promise<string[]> {
  const others = LEFT_OUT.filter((folder) => existsSync(join(copy.path, folder))).map((folder) => `--filter=!./${folder}`);
  // One task at a time: the rest of the machine is at work on the run that this one is part of.
  const how = ['--continue', '--output-logs=errors-only', '--concurrency=1', ...others];
  succeeded('drift, types and build', await runTurbo('drift', 'typecheck', 'build', ...how));
  const ended = await runTurbo('test', ...how, ...QUICK_ONLY);
  const failed = await failures(copy.path, ended);
  if (failed.length > 0) say(`all: there failed\n${failed.join('\n')}\n\n${ended.output}`);
  return failed;
}

async function allText(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'));
  const texts = paths.map((entry) => join(entry.parentPath, entry.name)).sort();
  return (await Promise.all(texts.map((path) => readFile(path, 'utf8')))).join('\n');
}

function say(text: string): void {
  console.log(`${(performance.now() / 1000).toFixed(0)} s  ${text}`);
}
