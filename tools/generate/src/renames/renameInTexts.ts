import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { formatLike } from './formatLike.ts';
import type { Outputs } from '../outputs.ts';
import type { Renames } from './findRenames.ts';

const WRITTEN_BY_HAND = ['*.md', '.github/**/*', '{spec,packages,tools,test}/**/*'];
// What is not text of ours, what is generated, and what tells of the past.
const LEFT_ALONE = new Set(['node_modules', 'dist', 'generated', 'released', 'snapshots', '.report', '.turbo', 'CHANGELOG.md']);

/** The texts written by hand that have an old name in them as a word, with the new one in its place. */
export async function renameInTexts(root: string, renames: Renames): Promise<Outputs> {
  const words = [...renames.keys()].join('|');
  // A digit before it may be that of `$1`, which stands for something else; otherwise it belongs to another word, as letters do.
  const word = new RegExp(String.raw`(?<![\p{L}_-]|(?<!\$)\d)(?:${words})(?![\p{L}\d_-])`, 'gu');
  const texts: Outputs = new Map();
  const files = globSync(WRITTEN_BY_HAND, { cwd: root, withFileTypes: true, exclude: ({ name }) => LEFT_ALONE.has(name) });
  for (const file of files.filter((entry) => entry.isFile())) {
    const path = join(file.parentPath, file.name);
    const text = await readFile(path, 'utf8');
    const renamed = text.replace(word, (name) => renames.get(name)!);
    // What is no text has bytes that a text cannot have.
    if (renamed !== text && !text.includes('\0')) {
      texts.set(relative(root, path).replaceAll('\\', '/'), await formatLike(path, text, renamed));
    }
  }
  return texts;
}
