import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { undisturbed } from './undisturbed.ts';

/** What a generation makes, as text by path relative to the root of the repo. Nothing is written until all of it is known. */
export type Outputs = Map<string, string>;

export interface Drift {
  added: string[];
  changed: string[];
  removed: string[];
}

/** How the folders differ from what was just generated. */
export async function compare(root: string, folders: string[], outputs: Outputs): Promise<Drift> {
  const present = await readAll(root, folders);
  return {
    added: [...outputs.keys()].filter((path) => !present.has(path)),
    changed: [...outputs.keys()].filter((path) => present.has(path) && present.get(path) !== outputs.get(path)),
    removed: [...present.keys()].filter((path) => !outputs.has(path)),
  };
}

export function isEmpty(drift: Drift): boolean {
  return drift.added.length + drift.changed.length + drift.removed.length === 0;
}

/**
 * Makes the folders hold the outputs and nothing else. A file that is right already is not touched; a failure puts back what was there, and a signal waits
 * until all is done.
 */
export async function apply(root: string, folders: string[], outputs: Outputs): Promise<Drift> {
  const before = await readAll(root, folders);
  const drift = await compare(root, folders, outputs);
  const written = [...drift.added, ...drift.changed].map((path) => [join(root, path), outputs.get(path)!] as const);
  await undisturbed(async () => {
    await prepare(written);
    try {
      for (const [path] of written) await rename(fresh(path), path);
      for (const path of drift.removed) await rm(join(root, path));
    } catch (error) {
      for (const path of drift.added) await rm(join(root, path), { force: true }).catch(() => undefined);
      for (const path of [...drift.changed, ...drift.removed]) await writeFile(join(root, path), before.get(path)!);
      for (const [path] of written) await rm(fresh(path), { force: true });
      throw error;
    }
  });
  return drift;
}

/** Writes each text beside its place, so that all that can take long, or find no room, is over before the first file is another. */
async function prepare(files: (readonly [path: string, text: string])[]): Promise<void> {
  const done: string[] = [];
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(fresh(path), text);
      done.push(fresh(path));
    }
  } catch (error) {
    for (const path of done) await rm(path, { force: true });
    throw error;
  }
}

function fresh(path: string): string {
  return `${path}.new`;
}

/** Every file under the folders, or named among them, by path relative to the root, with forward slashes on every system. */
export async function readAll(root: string, folders: string[]): Promise<Outputs> {
  const files: Outputs = new Map();
  for (const folder of folders) {
    for (const path of await filesUnder(join(root, folder)))
      files.set(relative(root, path).replaceAll('\\', '/'), await readFile(path, 'utf8'));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function filesUnder(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return [path];
    if (code === 'ENOENT') return [];
    throw error;
  }
}
