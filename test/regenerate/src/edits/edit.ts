import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a maintainer would do to `spec/`, and to nothing else. */
export interface Edit {
  /** In a few words, for the test's name. */
  readonly what: string;
  /** What the docs must say of it. */
  readonly shows: readonly string[];
  /** Whether it breaks what the project's own tests are about, so that they are not run after it. */
  readonly isUntestable?: true;
  /** What hand-written text calls otherwise afterwards, without a hand: the old name and the new one. It is made by itself only, since the others have the old name. */
  readonly renames?: readonly [from: string, to: string];
  apply(spec: string): Promise<void>;
}

/** Replaces one text of a file of the spec, which must stand there once. */
export async function replaceText(spec: string, file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(spec, file), 'utf8');
  if (text.split(from).length !== 2) throw new Error(`spec/${file} does not hold ${JSON.stringify(from)} once: change the edit.`);
  await writeFile(
    join(spec, file),
    text.replace(from, () => to),
  );
}

/** Puts a text before another one of a file of the spec, on lines of its own. */
export function insertBefore(spec: string, file: string, before: string, text: string): Promise<void> {
  return replaceText(spec, file, before, text + before);
}

export async function addFile(spec: string, file: string, text: string): Promise<void> {
  await mkdir(dirname(join(spec, file)), { recursive: true });
  await writeFile(join(spec, file), text, { flag: 'wx' });
}

/** Takes an entry of a mapping out, with what is indented below it. */
export async function cutEntry(spec: string, file: string, name: string, indent: number): Promise<void> {
  const text = await readFile(join(spec, file), 'utf8');
  const entry = new RegExp(`^ {${indent}}${name}:\\n(?: {${indent + 1},}.*\\n)*`, 'm').exec(text)?.[0];
  if (entry === undefined) throw new Error(`spec/${file} has no ${name}: change the edit.`);
  await replaceText(spec, file, entry, '');
}
