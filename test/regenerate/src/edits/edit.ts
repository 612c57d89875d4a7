import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a maintainer would do to `spec/`, and to nothing else. */
export interface Edit {
  /** In a few words, for the test's name. */
  readonly what: string;
  /** What the docs must say of it. */
  readonly shows: readonly string[];
  /** What the snapshots of the public API must say of it. */
  readonly exports?: readonly string[];
  /** Whether it cannot be made together with the others, since they hang on what it changes. The tests of the project are run after it only by itself: see AFTER_EACH. */
  readonly isApart?: true;
  /** What text written by hand says otherwise afterwards, without a hand: the old names and the new ones. */
  readonly renames?: readonly (readonly [from: string, to: string])[];
  apply(spec: string): Promise<void>;
}

/** What an edit changes is not in the spec, or no longer. */
export class CannotBeMade extends Error {}

/** Replaces one text of a file of the spec, which must stand there once. */
export async function replaceText(spec: string, file: string, from: string | RegExp, to: string): Promise<void> {
  const path = join(spec, file);
  const text = await readFile(path, 'utf8').catch(() => '');
  const matches = [
    ...text.matchAll(new RegExp(typeof from === 'string' ? from.replaceAll(/[^\w\s]/g, String.raw`\$&`) : from.source, 'gm')),
  ];
  if (matches.length !== 1) throw new CannotBeMade(`spec/${file} holds ${String(from)} ${matches.length} times, and not once`);
  await writeFile(path, typeof from === 'string' ? text.replace(from, () => to) : text.replace(new RegExp(from.source, 'm'), to));
}

/** Puts a text before another one of a file of the spec, on lines of its own. */
export function insertBefore(spec: string, file: string, before: string, text: string): Promise<void> {
  return replaceText(spec, file, before, text + before);
}

/** Puts an entry at the beginning of a mapping, whose key ends where `key` does. */
export async function insertUnder(spec: string, file: string, key: RegExp, entry: string): Promise<void> {
  await replaceText(spec, file, key, `$&${entry.replaceAll('$', '$$$$')}`);
}

/** The key under which codes stand in errors.yaml, that of the reasons of the one code that has reasons, and that of the examples of a response. */
export const CODES = /^codes:\n/;
export const REASONS = /^ {2}AUTHORIZATION_ERROR:\n(?: {4}.*\n)*? {4}reasons:\n/;
export const EXAMPLES = /^ {4}examples:\n/;
export const FIELDS = /^properties:\n/;

/** `<algorithm>` and `<sign>` in it become those of the spec's worked example. */
export async function addFile(spec: string, file: string, text: string): Promise<void> {
  const signature = await readFile(join(spec, 'signature.yaml'), 'utf8');
  const [algorithm, sign] = [/^algorithm: (.+)$/m, /^ {2}sign: (.{50,})$/m].map((line) => line.exec(signature)![1]!);
  await mkdir(dirname(join(spec, file)), { recursive: true });
  const whole = text.replaceAll('<algorithm>', algorithm!).replaceAll('<sign>', sign!);
  await writeFile(join(spec, file), whole, { flag: 'wx' }).catch(() => {
    throw new CannotBeMade(`spec/${file} is there already`);
  });
}

/** Takes an entry of a mapping out, with what is indented below it. */
export async function cutEntry(spec: string, file: string, name: string, indent: number): Promise<void> {
  const text = await readFile(join(spec, file), 'utf8');
  const entry = new RegExp(`^ {${indent}}${name}:\\n(?: {${indent + 1},}.*\\n)*`, 'm').exec(text)?.[0];
  if (entry === undefined) throw new CannotBeMade(`spec/${file} has no ${name}`);
  await replaceText(spec, file, entry, '');
}
