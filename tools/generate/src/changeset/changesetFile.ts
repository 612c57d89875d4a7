import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import type { Bump } from '../verdict/change.ts';

export interface Changeset {
  /** The bump of each package, by its name. */
  releases: Record<string, Bump>;
  /** What a user reads in the changelog. */
  words: string;
}

/** What a changeset that the generator wrote says about itself. */
export interface Origin {
  /** The changes of the spec that it speaks of. */
  facts: string[];
  /** Whether it still stands as it was written. If not, its words are the maintainer's. */
  isUntouched: boolean;
}

/** A comment within the front matter, where neither changesets nor the changelog see it. */
const HEADER = '# From the spec, by `npm run generate`. Reword it, and it will not be written over; keep this line.';
const ORIGIN = /^# .*by `npm run generate`.* facts: ([0-9a-f ]+); words: ([0-9a-f]+)\r?$/m;

export function formatChangeset(changeset: Changeset, facts: string[]): string {
  const releases = Object.entries(changeset.releases).map(([name, bump]) => `'${name}': ${bump}\n`);
  return `---\n${HEADER} facts: ${facts.join(' ')}; words: ${fingerprint(changeset)}\n${releases.join('')}---\n\n${changeset.words.trim()}\n`;
}

/** Reads a changeset file. Nothing where it is not one, as with a README. */
export function parseChangeset(text: string): (Changeset & { origin?: Origin }) | undefined {
  const parts = frontMatterOf(text);
  if (!parts) return undefined;
  const { front, words } = parts;
  const changeset: Changeset = { releases: (parse(front) ?? {}) as Record<string, Bump>, words: words.trim() };
  const [, facts, written] = ORIGIN.exec(front) ?? [];
  if (facts === undefined) return changeset;
  return { ...changeset, origin: { facts: facts.trim().split(/ +/), isUntouched: fingerprint(changeset) === written } };
}

/** What stands between the two lines of `---`, and what comes after them. */
export function frontMatterOf(text: string): { front: string; words: string } | undefined {
  const [, front, words] = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)(?:(?<=\n)|\r?\n)---[ \t]*(?:\r?\n([\s\S]*))?$/.exec(text) ?? [];
  return front === undefined ? undefined : { front, words: words ?? '' };
}

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

function fingerprint({ releases, words }: Changeset): string {
  return hash(JSON.stringify([Object.entries(releases).sort(), words.trim().replaceAll('\r\n', '\n')]));
}
