import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** The generator, and what it takes from outside its own folder. */
const GENERATOR = [import.meta.dirname, join(import.meta.dirname, '../../runProgram.ts')];
const FILE = 'node_modules/.cache/finauth-generate/stamp';

/**
 * A digest of all that a generation reads and writes: the spec, the generator, the versions of what it is made with, the generated code and the changesets. Where
 * it is what it was after the last generation, there is nothing to do. Bytes count, not times, so a checkout or a touch costs nothing.
 */
export async function stampOf(root: string, folders: string[]): Promise<string> {
  const digest = createHash('sha256').update(`${process.version} ${process.platform}`);
  const files = (await Promise.all([...GENERATOR, ...folders.map((folder) => join(root, folder))].map(filesIn))).flat();
  for (const path of [...files.sort(), join(root, 'pnpm-lock.yaml')]) {
    const bytes = await readFile(path).catch(() => '');
    digest.update(`\0${relative(root, path).replaceAll('\\', '/')}\0${bytes.length}\0`).update(bytes);
  }
  return digest.digest('hex');
}

/** What was said of the tree with this stamp, if it is the one that was kept. */
export async function recall(root: string, stamp: string): Promise<string | undefined> {
  const [kept, ...words] = (await readFile(join(root, FILE), 'utf8').catch(() => '')).split('\n');
  return kept === stamp ? words.join('\n') : undefined;
}

export async function keep(root: string, stamp: string, words: string): Promise<void> {
  await mkdir(dirname(join(root, FILE)), { recursive: true });
  await writeFile(join(root, FILE), `${stamp}\n${words}`);
}

/** The file itself, where it is no folder; what is not there will have no bytes. */
async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !relative(path, file).split(/[\\/]/).includes('node_modules'));
}
