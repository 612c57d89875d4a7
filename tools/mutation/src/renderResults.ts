import { markdownTable } from '../../markdownTable.ts';
import type { Results } from './results.ts';
import { type FileTally, percent, sum } from './tally.ts';

/** The results to read, a table for each package. */
export function renderResults(results: Results): string {
  const tables = Object.entries(results).map(
    ([name, { date, files }]) => `## ${name}

Measured on ${date}.

${markdownTable(['file', 'changes', 'noticed', 'score'], [...Object.entries(files), ['**all**', sum(files)] as const].map(row), 'figures')}
`,
  );
  return `# Changes that the tests notice

Written by \`npm run mutate\`. It changes the code in small ways, one at a time, in a copy of the repo: an operator, a condition, an empty block. A change that
no test notices is behavior that no test holds, or one that makes no difference. Left out are texts, what runs once when a file is loaded, and files whose
tests need the network: \`src/targets.ts\` says which are in.

${tables.join('\n')}`;
}

function row([file, tally]: readonly [string, FileTally]): string[] {
  return [file, String(tally.changes), String(tally.noticed), `${percent(tally).toFixed(1)} %`];
}
