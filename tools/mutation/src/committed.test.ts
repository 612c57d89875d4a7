import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reasonFor } from './reasonFor.ts';
import { reasons } from './reasons.ts';
import { renderResults } from './renderResults.ts';
import { readResults, resultsFile } from './results.ts';
import { sum } from './tally.ts';
import { targets } from './targets.ts';

describe.each(Object.keys(targets))('the committed results of %s', (name) => {
  const { files, unnoticed } = readResults()[name]!;
  it('cover enough changes', () => expect(sum(files).changes).toBeGreaterThan(60));

  it('have a reason for each change that no test notices', () => {
    const { changes, noticed } = sum(files);
    expect(unnoticed).toHaveLength(changes - noticed);
    expect(unnoticed.filter((one) => reasonFor(name, one) === undefined)).toEqual([]);
  });

  it('have a change for each reason', () => {
    const used = new Set(unnoticed.map(({ file, code, change }) => `${file} ${code} ${change}`));
    const stale = (reasons[name] ?? []).flatMap(({ file, code, changes }) =>
      changes.filter((change) => !used.has(`${file} ${code} ${change}`)),
    );
    expect(stale).toEqual([]);
  });
});

it('the table is of the committed results', () => {
  expect(readFileSync(resultsFile('md'), 'utf8')).toBe(renderResults(readResults()));
});
