import { globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript-6.0';
import { expect, it } from 'vitest';
import { root } from './published.ts';

/** A folder at the top of a package's sources. A file that lies beside them is a room of its own, and so is one of generated code. */
function roomOf(file: string): string {
  return file.startsWith('generated/') || !file.includes('/') ? file : file.slice(0, file.indexOf('/'));
}

/** What each room imports from which other: the files on either side of each arrow, by the two rooms. */
function arrowsBetween(sources: string): Map<string, Map<string, string>> {
  const files = globSync('**/*.ts', { cwd: sources, exclude: ['**/*.test.ts', '**/*.d.ts', 'testing/**'] }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  const arrows = new Map(files.map((file) => [roomOf(file), new Map<string, string>()]));
  for (const file of files) {
    // Types are imports too, and so is what is exported from elsewhere.
    for (const { fileName } of ts.preProcessFile(readFileSync(join(sources, file), 'utf8')).importedFiles) {
      const target = relative(sources, resolve(sources, dirname(file), fileName)).replaceAll('\\', '/');
      if (!fileName.startsWith('.') || !files.includes(target) || roomOf(target) === roomOf(file)) continue;
      arrows.get(roomOf(file))!.set(roomOf(target), `${file} imports ${target}`);
    }
  }
  return arrows;
}

/** The arrows that are on a way back to where they start: what is left when each room goes that imports none of the rest, or that none of the rest imports. */
function circlesOf(arrows: Map<string, Map<string, string>>): string[] {
  const left = new Map(arrows);
  const isImported = (room: string): boolean => [...left.values()].some((targets) => targets.has(room));
  const imports = (room: string): boolean => [...left.get(room)!.keys()].some((target) => left.has(target));
  for (;;) {
    const loose = [...left.keys()].filter((room) => !isImported(room) || !imports(room));
    if (loose.length === 0) break;
    for (const room of loose) left.delete(room);
  }
  return [...left.values()].flatMap((targets) => [...targets].filter(([room]) => left.has(room)).map(([, says]) => says));
}

const packages = ['packages/signing', 'packages/sandbox', 'packages/cli', 'tools/generate'];

it.each(packages)('in %s, imports between rooms run one way', (name) => {
  const arrows = arrowsBetween(join(root, name, 'src'));
  expect([...arrows.values()].flatMap((targets) => [...targets]).length).toBeGreaterThan(20);
  expect(circlesOf(arrows)).toEqual([]);
});

it.each(packages)('in %s, the README beside the sources has the rooms in the order in which they import each other', (name) => {
  const sources = join(root, name, 'src');
  const listed = [...readFileSync(join(sources, 'README.md'), 'utf8').matchAll(/^- `(\w+)`: /gm)].map(([, room]) => room!);
  const folders = readdirSync(sources, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'testing');
  expect(listed.toSorted()).toEqual(folders.map((folder) => folder.name).toSorted());
  const upwards = [...arrowsBetween(sources)].flatMap(([room, targets]) =>
    [...targets].filter(([target]) => listed.includes(room) && listed.indexOf(target) > listed.indexOf(room)).map(([, says]) => says),
  );
  expect(upwards).toEqual([]);
});
