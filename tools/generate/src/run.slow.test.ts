import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { checkedSpec } from './checkedSpec.ts';
import { writeReleased } from './releasedSpec.ts';
import { scratchRepo } from './testing/scratchRepo.ts';

/** What happens while a generation is under way, once it has read the spec. */
const meanwhile = vi.hoisted(() => ({ edit: (): void => undefined }));
vi.mock('./generate.ts', async (importOriginal) => {
  const { generateFrom, ...rest } = await importOriginal<typeof import('./generate.ts')>();
  const interrupted = async (...args: Parameters<typeof generateFrom>) => {
    const outputs = await generateFrom(...args);
    meanwhile.edit();
    return outputs;
  };
  return { ...rest, generateFrom: interrupted };
});

const repo = await scratchRepo();
afterEach(repo.reset);
afterEach(() => void (meanwhile.edit = () => undefined));
afterAll(repo.remove);

const LIMIT = 'spec/components/schemas/GetBizTokenRequest.yaml';
const CHECKS = 'packages/validator/src/generated/checks.js';
const lowerLimit = () => repo.edit(LIMIT, /x-maxBytes: \d+/, 'x-maxBytes: 32');
const changesets = async () => (await repo.status()).flatMap((line) => /(\.changeset\/.*)$/.exec(line)?.[1] ?? []);

beforeAll(async () => {
  // What is under test is a change on top of a release, whatever waits for one here.
  for (const name of readdirSync(join(repo.root, '.changeset'))) if (name.endsWith('.md')) rmSync(join(repo.root, '.changeset', name));
  await writeReleased(repo.root, await checkedSpec(join(repo.root, 'spec')));
  await repo.generate();
  await repo.commit();
});

test('tells in plain words what has changed, whether it breaks, the version it calls for, and the changeset', async () => {
  lowerLimit();
  const { exitCode, output } = await repo.generate();
  expect(exitCode).toBe(0);
  expect(output).toMatch(
    /Fields\n {2}changed {2}The field GetBizTokenRequest\.uuid may have at most 32 bytes, before at most \d+ bytes\.\n/,
  );
  expect(output).toContain('This breaks users. A longer value');
  expect(output).toContain('One change breaks users. This calls for a major version.');
  const [changeset, ...more] = await changesets();
  expect(more).toEqual([]);
  expect(output).toContain(`The changeset was written: ${changeset}.`);
  expect(repo.read(changeset!)).toContain("'@finauth-sdk/signing': major\n");
  const written = await repo.status();
  expect(written).toEqual(expect.arrayContaining([`?? ${changeset}`, ` M ${CHECKS}`, ` M ${LIMIT}`]));
  expect(written.filter((line) => !/^.. packages\/\w+\/src\/generated\//.test(line))).toEqual([`?? ${changeset}`, ` M ${LIMIT}`]);
});

test('has nothing to do the second time, and says so in one line', async () => {
  const unchanged = await repo.generate();
  expect(unchanged).toEqual({ exitCode: 0, output: 'Nothing to do: the generated code is what the spec makes.' });
  lowerLimit();
  await repo.generate();
  const before = await repo.status();
  const { output } = await repo.generate();
  expect(output).toMatch(/^Nothing to do: .* the spec calls for a major version \(\.changeset\/spec-[0-9a-f]+\.md\)\.$/);
  expect(await repo.status()).toEqual(before);
});

test('does not take a spec that was saved while it ran for one that it has read', async () => {
  lowerLimit();
  meanwhile.edit = () => repo.edit(LIMIT, 'x-maxBytes: 32', 'x-maxBytes: 31');
  const { output } = await repo.generate();
  expect(output).toContain('spec/ was saved while it was read: run this once more.');
  expect(repo.read(CHECKS)).toContain('> 32');
  meanwhile.edit = () => undefined;
  expect((await repo.generate()).output).toContain('at most 31 bytes');
  expect(repo.read(CHECKS)).toContain('> 31');
});

test('does not write over a document that was saved while it ran', async () => {
  const saved = `${repo.read('README.md')}\nOne line more.\n`;
  lowerLimit();
  meanwhile.edit = () => repo.write('README.md', saved);
  await repo.generate();
  expect(repo.read('README.md')).toBe(saved);
});

test('takes everything back when the edit is undone, the changeset too', async () => {
  const spec = repo.read(LIMIT);
  lowerLimit();
  await repo.generate();
  repo.write(LIMIT, spec);
  const { output } = await repo.generate();
  expect(output).toContain('The changeset was removed');
  expect(await repo.status()).toEqual([]);
});

test('does not take an edit of generated code, nor a changeset that is gone, for nothing to do', async () => {
  // Of the same length: not even that may hide it.
  repo.edit(CHECKS, 'Generated', 'Generatex');
  expect((await repo.generate()).output).toContain(`changed  ${CHECKS}`);
  expect(await repo.status()).toEqual([]);
  lowerLimit();
  await repo.generate();
  const [changeset] = await changesets();
  rmSync(join(repo.root, changeset!));
  await repo.generate();
  expect(await changesets()).toEqual([changeset]);
});

test('is told to check, finds an edit by hand, says what to do, and writes nothing', async () => {
  expect(await repo.generate('--check')).toEqual({ exitCode: 0, output: 'The generated code is what the spec makes.' });
  repo.edit(CHECKS, 'Generated', 'Generatex');
  const { exitCode, output } = await repo.generate('--check');
  expect(exitCode).toBe(1);
  expect(output).toContain(`changed  ${CHECKS}\n`);
  expect(output).toContain('If you edited it by hand, undo that and edit spec/ instead.\nThen run `npm run generate`');
  expect(await repo.status()).toEqual([` M ${CHECKS}`]);
});

test('is told to check, and finds an edit of the spec that nothing was generated from', async () => {
  lowerLimit();
  const { exitCode, output } = await repo.generate('--check');
  expect({ exitCode, output }).toMatchObject({ exitCode: 1, output: expect.stringContaining(`changed  ${CHECKS}\n`) });
  expect(await repo.status()).toEqual([` M ${LIMIT}`]);
});

test('writes nothing at all where one file cannot be written', async () => {
  lowerLimit();
  // A folder stands where the changed file would be written to first.
  mkdirSync(join(repo.root, `${CHECKS}.new`));
  await expect(repo.generate()).rejects.toThrow('EISDIR');
  rmSync(join(repo.root, `${CHECKS}.new`), { recursive: true, force: true });
  expect(await repo.status()).toEqual([` M ${LIMIT}`]);
});

test('has no verdict where nothing was ever released', async () => {
  rmSync(join(repo.root, 'spec/released'), { recursive: true });
  lowerLimit();
  const { output } = await repo.generate();
  expect(output).toContain('There has been no release that a change could break');
  expect(await changesets()).toEqual([]);
});

test('does not know other words', async () => {
  expect(await repo.generate('--chek')).toMatchObject({ exitCode: 2, output: expect.stringContaining('Usage: npm run generate') });
});
