import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { checkedSpec } from './spec/checkedSpec.ts';
import { writeReleased } from './spec/releasedSpec.ts';
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
  expect(output.split('What to do next:\n')[1]).toBe(
    `  1. Put ${changeset} in your own words.\n  2. Run \`npm test\`.\n  3. Commit spec/, the generated code and the changeset together.`,
  );
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
  const { exitCode, output } = await repo.generate();
  rmSync(join(repo.root, `${CHECKS}.new`), { recursive: true, force: true });
  expect(exitCode).toBe(1);
  expect(output).toContain('what had been written was taken back');
  expect(output).toContain(`EISDIR: illegal operation on a directory, open '${CHECKS}.new'`);
  expect(await repo.status()).toEqual([` M ${LIMIT}`]);
});

test('refuses to take away a name that code written by hand uses, and passes once it does not', async () => {
  const SAMPLE = 'spec/samples/client.ts';
  repo.edit(LIMIT, /^ {2}uuid:\n(?: {4}.*\n)+/m, '');
  repo.edit('spec/paths/get_biz_token.yaml', /^ +uuid: .*\n/m, '');
  const before = await repo.status();
  const { exitCode, output } = await repo.generate();
  expect(exitCode).toBe(1);
  const line =
    repo
      .read(SAMPLE)
      .split('\n')
      .findIndex((text) => text.includes('uuid:')) + 1;
  expect(output).toMatch(new RegExp(`^${SAMPLE}:${line}:\\d+\n  This no longer fits: .*'uuid'.*\n  Change the line in the same edit`, 'm'));
  expect(await repo.status()).toEqual(before);
  repo.edit(SAMPLE, /, uuid: '.*?'/, '');
  expect(await repo.generate()).toMatchObject({
    exitCode: 0,
    output: expect.stringContaining('The field GetBizTokenRequest.uuid is gone') as string,
  });
});

test('brings an operation’s new name along in guides, samples and types, and takes it back where the spec is wrong', async () => {
  const PATH = 'spec/paths/get_biz_token.yaml';
  const GUIDE = 'spec/guides/1-quickstart.md';
  const SAMPLE = 'spec/samples/client.ts';
  repo.edit(PATH, 'operationId: getBizToken', 'operationId: mintToken');
  repo.edit(LIMIT, 'type: object', 'type: nothing');
  const before = await repo.status();
  expect(await repo.generate()).toMatchObject({ exitCode: 1 });
  expect(await repo.status()).toEqual(before);
  repo.edit(LIMIT, 'type: nothing', 'type: object');
  const { exitCode, output } = await repo.generate();
  expect(exitCode, output).toBe(0);
  expect(output).toContain('The operation getBizToken is called mintToken now, in ');
  expect(repo.read(GUIDE)).toContain('](reference:mintToken)');
  expect(repo.read(SAMPLE)).toContain('await mintToken({');
  expect(repo.read('packages/client/src/generated/types.gen.ts')).toContain('export type MintTokenData =');
  repo.edit(PATH, 'operationId: mintToken', 'operationId: getBizToken');
  await repo.generate();
  expect(await repo.status()).toEqual([]);
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

describe('what stands beside the spec is refused where it is wrong', () => {
  const RELEASED = 'spec/released/openapi.json';
  const valid = "---\n'@finauth-sdk/client': minor\n---\n\nWords.\n";
  test.each<[string, file: string, text: (before: string) => string, place: string, says: string]>([
    ['a released spec that is cut', RELEASED, (text) => text.slice(0, text.indexOf('"paths"') + 9), `${RELEASED}:`, 'is not JSON'],
    ['a released spec that is empty', RELEASED, () => '', `${RELEASED}:1:1`, 'is not JSON'],
    [
      'a released spec of a conflict',
      RELEASED,
      (text) => text.replace('  "info"', '<<<<<<< HEAD\n  "info"'),
      `${RELEASED}:3:`,
      'is not JSON',
    ],
    ['a released spec that is a list', RELEASED, () => '[]', `${RELEASED}:1:1`, 'is not a map'],
    [
      'a released spec without an error model',
      RELEASED,
      (text) => text.replace('"x-error-model"', '"x-error-models"'),
      `${RELEASED}:1:1`,
      'has no x-error-model',
    ],
    [
      'a released spec with an entry without an ID',
      RELEASED,
      (text) => text.replace('"operationId"', '"operationID"'),
      RELEASED,
      'has no operationId',
    ],
    ['a changeset without packages', '.changeset/some.md', () => 'Words.\n', '.changeset/some.md:1:1', 'does not begin with its packages'],
    [
      'a changeset whose front matter does not end',
      '.changeset/some.md',
      () => valid.replace('---\n\n', '\n'),
      '.changeset/some.md:1:1',
      'does not begin with its packages',
    ],
    [
      'a changeset that is no YAML',
      '.changeset/some.md',
      () => valid.replace("': minor", ': minor'),
      '.changeset/some.md:2:',
      'is not YAML',
    ],
    [
      'a changeset of a package that is not there',
      '.changeset/some.md',
      () => valid.replace('client', 'clients'),
      '.changeset/some.md:2:1',
      'There is no package @finauth-sdk/clients',
    ],
    [
      'a changeset with a bump that is none',
      '.changeset/some.md',
      () => valid.replace('minor', 'huge'),
      '.changeset/some.md:2:1',
      'huge is no bump',
    ],
    ['a changeset of an empty file', '.changeset/some.md', () => '', '.changeset/some.md:1:1', 'does not begin with its packages'],
    ['the changesets’ own settings', '.changeset/config.json', () => '{', '.changeset/config.json:1:1', 'The file is not JSON'],
    [
      'a package without a manifest that can be read',
      'packages/sandbox/package.json',
      () => '',
      'packages/sandbox/package.json:1:1',
      'The file is not JSON',
    ],
  ])('%s', async (_, file, text, place, says) => {
    const before = existsSync(join(repo.root, file)) ? repo.read(file) : undefined;
    repo.write(file, text(before ?? ''));
    const { exitCode, output } = await repo.generate('--force');
    if (before === undefined) rmSync(join(repo.root, file));
    else repo.write(file, before);
    expect(exitCode, output).toBe(1);
    expect(output).toContain(place);
    expect(output).toContain(says);
    expect(output).not.toMatch(/^\s+at |defect of tools/m);
    expect(await repo.status()).toEqual([]);
  });

  test.each([
    ['latin1', Buffer.from('# caf\xe9\n', 'latin1'), 'This is not text in UTF-8'],
    ['UTF-16', Buffer.from('\ufeff# a\n', 'utf16le'), 'This is not text in UTF-8'],
  ])('a file in %s', async (_, bytes, says) => {
    for (const [file, place] of [
      [LIMIT, `${LIMIT}:`],
      ['spec/guides/1-quickstart.md', 'spec/guides/1-quickstart.md:'],
      ['spec/samples/sdk.ts', 'spec/samples/sdk.ts:'],
      ['README.md', 'README.md:'],
    ] as const) {
      writeFileSync(join(repo.root, file), Buffer.concat([Buffer.from(repo.read(file)), bytes]));
      const { exitCode, output } = await repo.generate('--force');
      expect({ exitCode, output }).toMatchObject({ exitCode: 1, output: expect.stringContaining(says) });
      expect(output).toContain(place);
      await repo.reset();
    }
  });

  test.each(['spec/openapi.yaml', 'spec/signature.yaml', LIMIT])('%s that is not there', async (file) => {
    rmSync(join(repo.root, file));
    const { exitCode, output } = await repo.generate();
    expect(exitCode, output).toBe(1);
    expect(output).not.toMatch(/^\s+at |defect of tools/m);
    expect(output).toMatch(/spec\/[\w./]+:\d+:\d+\n/);
  });

  test('and a byte order mark, or line ends of Windows, make no difference', async () => {
    const file = 'spec/errors.yaml';
    repo.write(file, `\ufeff${repo.read(file).replaceAll('\n', '\r\n')}`);
    expect(await repo.generate()).toMatchObject({ exitCode: 0 });
    expect(await repo.status()).toEqual([` M ${file}`]);
  });
});
