import type { Outputs } from '../files/outputs.ts';
import { larger, type Bump, type Change, type Verdict } from '../verdict/change.ts';
import { formatChangeset, hash, parseChangeset } from './changesetFile.ts';
import type { Reach } from './reach.ts';

export interface ChangesetPlan {
  /** Every file that `.changeset/` is to hold. */
  files: Outputs;
  /** Where the generator's own words stand, if there are any. */
  written?: string;
  /** Files of the maintainer's words which speak of a change that is no longer one. */
  stale: string[];
}

/**
 * What `.changeset/` is to hold, so that each change of the spec is spoken of once. What the maintainer has reworded stays and counts; what the generator wrote
 * and nobody touched is written anew, or goes when there is nothing left to say.
 */
export function planChangesets(present: Outputs, { changes }: Verdict, reach: Reach): ChangesetPlan {
  const files = new Map(present);
  const covered = new Set<string>();
  const stale: string[] = [];
  const facts = new Map(changes.filter(({ bump }) => bump !== 'none').map((change) => [factOf(change), change]));
  for (const [path, text] of present) {
    const origin = path.endsWith('.md') ? parseChangeset(text)?.origin : undefined;
    if (!origin) {
      for (const fact of factsNamed(path, [...facts.keys()])) covered.add(fact);
      continue;
    }
    if (origin.isUntouched) {
      files.delete(path);
      continue;
    }
    for (const fact of origin.facts) covered.add(fact);
    if (origin.facts.some((fact) => !facts.has(fact))) stale.push(path);
  }
  const left = [...facts].filter(([fact]) => !covered.has(fact));
  if (left.length === 0) return { files, stale };

  const ids = left.map(([fact]) => fact).sort();
  const written = nameOf(ids);
  files.set(written, formatChangeset({ releases: releasesOf(left, reach), words: wordsOf(left.map(([, change]) => change)) }, ids));
  return { files, written, stale };
}

/** Each package with the largest bump of those changes that its users meet. */
function releasesOf(left: [string, Change][], reach: Reach): Record<string, Bump> {
  const releases: Record<string, Bump> = {};
  for (const [, change] of left) for (const name of reach(change)) releases[name] = larger(releases[name] ?? 'none', change.bump);
  return Object.fromEntries(Object.entries(releases).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function nameOf(ids: string[]): string {
  return `.changeset/spec-${hash(ids.join(' '))}.md`;
}

/**
 * The facts that a file speaks of from which the maintainer has taken the line about them: it is the maintainer's from then on, and its name still tells. Which of
 * the present facts they are is found by trying: all of them, all but a few that have come since, or, where there are not many, any of them.
 */
function factsNamed(path: string, ids: string[]): string[] {
  if (!/^\.changeset\/spec-[0-9a-f]+\.md$/.test(path)) return [];
  const all = ids.toSorted();
  if (all.length <= MANY) {
    for (let mask = 2 ** all.length - 1; mask > 0; mask--) {
      const some = all.filter((_, index) => mask & (1 << index));
      if (nameOf(some) === path) return some;
    }
    return [];
  }
  const without = [[], ...all.map((id) => [id]), ...all.flatMap((id, index) => all.slice(index + 1).map((other) => [id, other]))];
  return without.map((gone) => all.filter((id) => !gone.includes(id))).find((some) => nameOf(some) === path) ?? [];
}

const MANY = 12;

function factOf({ bump, what }: Change): string {
  return hash(`${bump} ${what}`);
}

/** What users have to know. Where there is more to say, mere words are passed over. */
function wordsOf(changes: Change[]): string {
  const telling = changes.filter(({ bump }) => bump === 'major' || bump === 'minor');
  const lines = (telling.length > 0 ? telling : changes).map(({ bump, what, why }) =>
    bump === 'major' ? `**Breaks:** ${what} ${why}` : what,
  );
  return lines.length === 1 ? lines[0]! : `The API has changed:\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}
