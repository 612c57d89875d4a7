import type { Outputs } from '../outputs.ts';
import { larger, type Bump, type Change, type Verdict } from '../verdict/change.ts';
import { formatChangeset, hash, parseChangeset } from './changesetFile.ts';

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
export function planChangesets(present: Outputs, { changes }: Verdict, packages: string[]): ChangesetPlan {
  const files = new Map(present);
  const covered = new Set<string>();
  const stale: string[] = [];
  const facts = new Map(changes.filter(({ bump }) => bump !== 'none').map((change) => [factOf(change), change]));
  for (const [path, text] of present) {
    const origin = path.endsWith('.md') ? parseChangeset(text)?.origin : undefined;
    if (!origin) continue;
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
  const bump = left.reduce<Bump>((most, [, change]) => larger(most, change.bump), 'patch');
  const written = `.changeset/spec-${hash(ids.join(' '))}.md`;
  const releases = Object.fromEntries(packages.map((name) => [name, bump]));
  files.set(written, formatChangeset({ releases, words: wordsOf(left.map(([, change]) => change)) }, ids));
  return { files, written, stale };
}

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
