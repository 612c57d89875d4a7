import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { homedir } from 'node:os';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, describe, expect, it } from 'vitest';
import { pack, type Packed } from './packed.ts';
import { published, root, snapshot } from './published.ts';

describe.each(published)('@finauth-sdk/$folder, as it would be published', (one) => {
  let packed: Packed;
  beforeAll(async () => (packed = await pack(one)));
  // What is imported, and not only run: a command has nothing of the kind, and so nothing is put off.
  const libraries = one.manifest['types'] ? [one.folder] : [];

  it('holds the files of its snapshot, and no others; if they are to change, `npm run snapshots`', async () => {
    await expect(`${packed.files.join('\n')}\n`).toMatchFileSnapshot(snapshot(`${one.folder}.files.txt`));
  });

  it('holds no test, and no path of the machine that packed it', async () => {
    expect(packed.files.filter((path) => /\.test\.|testing|\.report|tsconfig/.test(path))).toEqual([]);
    for (const path of packed.files) {
      const text = await packed.read(path);
      for (const place of [root, homedir()]) expect(text.includes(`${place}/`), `${path} holds ${place}`).toBe(false);
    }
  });

  it('runs nothing when it is installed', () => {
    const { scripts = {} } = packed.manifest;
    expect(Object.keys(scripts).filter((name) => /^(pre|post)?install$|^prepare$|^prepublish$/.test(name))).toEqual([]);
  });

  it('says what it is, where it comes from, and what it runs on', () => {
    expect(packed.manifest).toMatchObject({
      type: 'module',
      license: 'Apache-2.0',
      description: expect.stringMatching(/\w/),
      // Where require() takes ES modules without a flag.
      engines: { node: '^20.19.0 || >=22.12.0' },
      repository: { type: 'git', url: expect.stringMatching(/^git\+https:/), directory: `packages/${one.folder}` },
      homepage: expect.stringMatching(/^https:/),
      bugs: expect.stringMatching(/^https:/),
      publishConfig: { access: 'public', provenance: true },
    });
    expect(packed.files).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'CHANGELOG.md']));
  });

  it.each(libraries)('lets bundlers leave out what is not used', () => {
    expect(packed.manifest['sideEffects']).toBe(false);
  });

  it.each(libraries)('has types for each of its entries, and names them before the code', () => {
    const { './package.json': own, ...entries } = packed.manifest.exports ?? {};
    expect(own).toBe('./package.json');
    expect(Object.keys(entries)).toContain('.');
    for (const [path, target] of Object.entries(entries)) {
      expect(Object.keys(target), path).toEqual(['types', 'default']);
      for (const file of Object.values(target)) expect(packed.files, path).toContain(file.replace('./', ''));
    }
    expect(entries['.']).toMatchObject({ types: packed.manifest['types'] });
  });

  it('asks for no version that only this repo knows', () => {
    const asked = Object.values({ ...packed.manifest.dependencies, ...(packed.manifest['peerDependencies'] as object) }) as string[];
    expect(asked.filter((range) => /^(workspace|catalog|file|link):/.test(range))).toEqual([]);
  });

  it('has nothing that publint complains about', async () => {
    const { messages, pkg } = await publint({ strict: true, pack: { tarball: packed.tarball.buffer as ArrayBuffer } });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it.each(libraries)('has types that resolve wherever ES modules do', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(packed.tarball));
    if (!analysis.types) throw new Error('There are no types');
    // ES modules only: node10 knows no exports, and CommonJS takes them by require() of a module, which the old resolution does not know of.
    const ignored = new Set(['node10', 'node16-cjs']);
    expect(analysis.problems.filter((problem) => !('resolutionKind' in problem && ignored.has(problem.resolutionKind)))).toEqual([]);
  });
});
