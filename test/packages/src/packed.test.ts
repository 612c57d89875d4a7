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

  it.each(libraries)('offers each entry in both formats, the ES module first wherever require() can take it, each with its types', () => {
    const { './package.json': own, ...entries } = packed.manifest.exports ?? {};
    expect(own).toBe('./package.json');
    expect(Object.keys(entries)).toContain('.');
    for (const [path, target] of Object.entries(entries)) {
      const name = path === '.' ? 'index' : path.replace('./', '');
      const module = { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` };
      const commonjs = { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` };
      // In this order: the first that holds counts.
      expect(JSON.stringify(target), path).toBe(
        JSON.stringify({ 'module-sync': module, import: module, require: commonjs, default: module }),
      );
      for (const file of [module, commonjs].flatMap((each) => Object.values(each)))
        expect(packed.files, path).toContain(file.replace('./', ''));
      // What looks for nothing but a file, as TypeScript's node10 does.
      if (path === '.') expect(packed.manifest).toMatchObject({ main: commonjs.default, types: commonjs.types });
      else expect(packed.manifest['typesVersions']).toMatchObject({ '*': { [name]: [commonjs.types] } });
    }
  });

  it.each(one.manifest['imports'] ? [one.folder] : [])('takes its own parts in the format that it is itself taken in', () => {
    for (const target of leavesOf(packed.manifest['imports'] as Conditions))
      expect(Object.keys(target), JSON.stringify(target)).toEqual(['module-sync', 'import', 'require', 'default']);
    for (const { 'module-sync': esm, import: imported, require: cjs, default: other } of leavesOf(
      packed.manifest['imports'] as Conditions,
    )) {
      expect([imported, other, (cjs as string).replace(/\.cjs$/, '.js')]).toEqual([esm, esm, esm]);
      for (const file of [esm, cjs] as string[]) expect(packed.files).toContain(file.replace('./', ''));
    }
  });

  it('asks for no version that only this repo knows', () => {
    const asked = Object.values({ ...packed.manifest.dependencies, ...(packed.manifest['peerDependencies'] as object) }) as string[];
    expect(asked.filter((range) => /^(workspace|catalog|file|link):/.test(range))).toEqual([]);
  });

  it('has nothing that publint complains about', async () => {
    const { messages, pkg } = await publint({ strict: true, pack: { tarball: packed.tarball.buffer as ArrayBuffer } });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it.each(libraries)('has types that are right however TypeScript looks for them', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(packed.tarball));
    if (!analysis.types) throw new Error('There are no types');
    expect(analysis.problems).toEqual([]);
  });
});

interface Conditions {
  readonly [condition: string]: string | Conditions;
}

/** Where conditions lead to files and to no further conditions. */
function leavesOf(conditions: Conditions): Conditions[] {
  const inner = Object.values(conditions).filter((value) => typeof value !== 'string');
  return inner.length === 0 ? [conditions] : inner.flatMap(leavesOf);
}
