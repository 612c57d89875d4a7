import { globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript-6.0';
import { expect, it } from 'vitest';
import { root } from './published.ts';

/** A folder at the top of a package's sources. A file that lies beside them counts as a folder of its own, and so does one of generated code. */
function folderOf(file: string): string {
  return file.startsWith('generated/') || !file.includes('/') ? file : file.slice(0, file.indexOf('/'));
}

/** What each folder imports from which other, as a sentence for each pair of folders. */
function importsBetween(sources: string): Map<string, Map<string, string>> {
  const files = globSync('**/*.ts', { cwd: sources, exclude: ['**/*.test.ts', '**/*.d.ts', 'testing/**'] }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  const imports = new Map(files.map((file) => [folderOf(file), new Map<string, string>()]));
  for (const file of files) {
    // Types are imports too, and so is what is exported from elsewhere.
    for (const { fileName } of ts.preProcessFile(readFileSync(join(sources, file), 'utf8')).importedFiles) {
      const target = relative(sources, resolve(sources, dirname(file), fileName)).replaceAll('\\', '/');
      if (!fileName.startsWith('.') || !files.includes(target) || folderOf(target) === folderOf(file)) continue;
      imports.get(folderOf(file))!.set(folderOf(target), `${file} imports ${target}`);
    }
  }
  return imports;
}

/** The imports that are part of a cycle: what is left when each folder goes that imports none of the rest, or that none of the rest imports. */
function cyclesOf(imports: Map<string, Map<string, string>>): string[] {
  const left = new Map(imports);
  const isImported = (folder: string): boolean => [...left.values()].some((targets) => targets.has(folder));
  const importsOthers = (folder: string): boolean => [...left.get(folder)!.keys()].some((target) => left.has(target));
  for (;;) {
    const loose = [...left.keys()].filter((folder) => !isImported(folder) || !importsOthers(folder));
    if (loose.length === 0) break;
    for (const folder of loose) left.delete(folder);
  }
  return [...left.values()].flatMap((targets) => [...targets].filter(([folder]) => left.has(folder)).map(([, says]) => says));
}

const packages = ['packages/signing', 'packages/sandbox', 'packages/cli', 'tools/generate'];

it.each(packages)('in %s, imports between folders run one way', (name) => {
  const imports = importsBetween(join(root, name, 'src'));
  expect([...imports.values()].flatMap((targets) => [...targets]).length).toBeGreaterThan(20);
  expect(cyclesOf(imports)).toEqual([]);
});

it.each(packages)('in %s, the README beside the sources has the folders in the order in which they import each other', (name) => {
  const sources = join(root, name, 'src');
  const listed = [...readFileSync(join(sources, 'README.md'), 'utf8').matchAll(/^- `(\w+)`: /gm)].map(([, folder]) => folder!);
  const found = readdirSync(sources, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'testing');
  expect(listed.toSorted()).toEqual(found.map(({ name: folder }) => folder).toSorted());
  const upwards = [...importsBetween(sources)].flatMap(([folder, targets]) =>
    [...targets].filter(([target]) => listed.includes(folder) && listed.indexOf(target) > listed.indexOf(folder)).map(([, says]) => says),
  );
  expect(upwards).toEqual([]);
});
