import { isEmpty, type Drift } from '../files/outputs.ts';
import type { Regeneration } from '../regenerate.ts';
import type { Renames } from '../renames/findRenames.ts';
import { reportChanges } from './reportChanges.ts';

/** What a generation did, for a maintainer to read. */
export function reportRegeneration({ renamed, drift, verdict, changesets }: Regeneration): string {
  const parts = [
    verdict ? reportChanges(verdict) : 'There has been no release that a change could break: everything is new.',
    renameLines(renamed),
    changesetLines(drift, changesets),
    isEmpty(drift) ? 'No file has changed.' : reportDrift(drift),
    nextSteps(drift, changesets),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function renameLines({ operations, fields, addresses, signature, texts }: Regeneration['renamed']): string {
  const by = `in ${texts} files written by hand too: review their diff`;
  const renamed = (kind: string, names: Renames) =>
    [...names].map(
      ([from, to]) =>
        `The ${kind} ${from} is called ${to} now, ${by}. If ${to} is another ${kind}\nand no new name, undo all of it, add ${to} first, generate, and only then remove ${from}.`,
    );
  const moved = [...addresses].map(([from, to]) => `${from} is ${to} now, ${by}.`);
  const [[from, to] = []] = signature;
  const signed = from === undefined ? [] : [`Calls are signed by ${to} now, and no longer by ${from}, ${by}.`];
  return [...renamed('operation', operations), ...renamed('field', fields), ...moved, ...signed].join('\n');
}

/** What is left to do, in the order in which to do it. */
function nextSteps(drift: Drift, { written }: Regeneration['changesets']): string {
  if (isEmpty(drift)) return '';
  const steps = [
    ...(written === undefined ? [] : [`Put ${written} in your own words.`]),
    'Run `npm test`.',
    'Commit spec/, the generated code and the changeset together.',
  ];
  return `What to do next:\n${steps.map((step, index) => `  ${index + 1}. ${step}`).join('\n')}`;
}

/** The same in one line, for a run that finds nothing to do. */
export function summarize({ verdict, changesets: { written } }: Regeneration): string {
  if (!verdict || verdict.changes.length === 0) return '';
  const where = written === undefined ? '' : ` (${written})`;
  return verdict.bump === 'none' ? '' : `Since the last release, the spec calls for a ${verdict.bump} version${where}.`;
}

export function reportDrift({ added, changed, removed }: Drift): string {
  return [
    ...added.map((path) => `  added    ${path}`),
    ...changed.map((path) => `  changed  ${path}`),
    ...removed.map((path) => `  removed  ${path}`),
  ].join('\n');
}

function changesetLines(drift: Drift, { written, stale }: Regeneration['changesets']): string {
  const lines = stale.map((path) => `${path} has your words, and speaks of a change that is no longer one: reword or remove it.`);
  if (written !== undefined) {
    const isNew = drift.added.includes(written);
    lines.unshift(
      `${isNew ? 'The changeset was written' : 'The changeset is there'}: ${written}. Put it in your own words before you commit.`,
    );
  } else if (drift.removed.some((path) => path.startsWith('.changeset/'))) {
    lines.unshift('The changeset was removed, since there is nothing left for it to say.');
  }
  return lines.join('\n');
}
