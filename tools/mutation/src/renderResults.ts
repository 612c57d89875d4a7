import { markdownTable } from '../../markdownTable.ts';
import { reasonFor, type Unnoticed } from './reasonFor.ts';
import type { Results } from './results.ts';
import { type FileTally, percent, sum } from './tally.ts';

/** The results to read, a table for each package. */
export function renderResults(results: Results): string {
  const tables = Object.entries(results).map(
    ([name, { date, files, unnoticed }]) => `## ${name}

Measured on ${date}.

${markdownTable(['file', 'changes', 'noticed', 'score'], [...Object.entries(files), ['**all**', sum(files)] as const].map(row), 'figures')}
${unnoticed.length === 0 ? '' : `\nNot noticed, and why they need no test:\n\n${listed(name, unnoticed)}\n`}`,
  );
  return `# Changes that the tests notice

Written by \`npm run mutate\`. It changes the code in small ways, one at a time, in a copy of the repo: an operator, a condition, an empty block. A change that
no test notices is behavior that lacks a test, unless there is a reason why it needs none. Left out are texts, what runs once when a file is loaded, and files whose
tests need the network: \`src/targets.ts\` says which are in.

${tables.join('\n')}`;
}

function row([file, tally]: readonly [string, FileTally]): string[] {
  return [file, String(tally.changes), String(tally.noticed), `${percent(tally).toFixed(1)} %`];
}

function listed(name: string, unnoticed: readonly Unnoticed[]): string {
  return unnoticed
    .map((one) => `- ${one.file}: \`${one.code}\`, ${one.change}. ${reasonFor(name, one) ?? '**Not explained.**'}`)
    .join('\n');
}
