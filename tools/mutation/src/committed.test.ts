import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderResults } from './renderResults.ts';
import { readResults, resultsFile } from './results.ts';
import { percent, sum } from './tally.ts';
import { targets } from './targets.ts';

it.each(Object.entries(targets))('the committed score of %s is no lower than it must be', (name, { least }) => {
  const { files } = readResults()[name]!;
  expect(sum(files).changes).toBeGreaterThan(50);
  expect(percent(sum(files))).toBeGreaterThanOrEqual(least);
});

it('the table is of the committed results', () => {
  expect(readFileSync(resultsFile('md'), 'utf8')).toBe(renderResults(readResults()));
});
