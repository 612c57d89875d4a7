import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The packages that a change of the spec changes: those that hold generated code, and those that share their version with one of them. */
export async function affectedPackages(root: string, folders: string[]): Promise<string[]> {
  const roots = [...new Set(folders.map((folder) => folder.split('/').slice(0, 2).join('/')))];
  const names = await Promise.all(roots.map(async (path) => (await readJson<{ name: string }>(join(root, path, 'package.json'))).name));
  const { fixed } = await readJson<{ fixed: string[][] }>(join(root, '.changeset/config.json'));
  return [...new Set([...names, ...fixed.filter((group) => group.some((name) => names.includes(name))).flat()])].sort();
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8')) as T;
}
