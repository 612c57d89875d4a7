import { isUtf8 } from 'node:buffer';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { formatLike } from './formatLike.ts';
import type { Outputs } from '../files/outputs.ts';

/** What texts written by hand say otherwise from now on. */
export interface Rewrite {
  /** The texts, as globs from the root of the repo. */
  readonly files: readonly string[];
  readonly pattern: RegExp;
  readonly replacements: ReadonlyMap<string, string>;
}

// What is not text of ours, what is generated, and what tells of the past.
const LEFT_ALONE = new Set(['node_modules', 'dist', 'generated', 'released', 'snapshots', '.report', '.turbo', 'CHANGELOG.md']);

/** The texts written by hand that say something in the old way, with the new one in its place. */
export async function rewriteTexts(root: string, rewrites: readonly Rewrite[]): Promise<Outputs> {
  const before = new Map<string, string>();
  const edited: Outputs = new Map();
  for (const { files, pattern, replacements } of rewrites) {
    const found = globSync(files, { cwd: root, withFileTypes: true, exclude: ({ name }) => LEFT_ALONE.has(name) });
    for (const file of found.filter((entry) => entry.isFile())) {
      const path = join(file.parentPath, file.name);
      if (!before.has(path)) before.set(path, await readText(path));
      const text = edited.get(path) ?? before.get(path)!;
      const rewritten = text.replace(pattern, (what) => replacements.get(what)!);
      if (rewritten !== text) edited.set(path, rewritten);
    }
  }
  const formatted = [...edited].map(
    async ([path, text]) => [relative(root, path).replaceAll('\\', '/'), await formatLike(path, before.get(path)!, text)] as const,
  );
  return new Map(await Promise.all(formatted));
}

/** Nothing where it is no text: that has bytes that a text cannot have. */
async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  return isUtf8(bytes) && !bytes.includes(0) ? bytes.toString('utf8') : '';
}
