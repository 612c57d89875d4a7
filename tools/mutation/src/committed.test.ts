import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reasons } from './reasons.ts';
import { renderResults } from './renderResults.ts';
import { readResults, resultsFile } from './results.ts';
import { sum } from './tally.ts';
import { targets } from './targets.ts';

describe.each(Object.keys(targets))('of the committed changes to %s', (name) => {
  const { files, unnoticed } = readResults()[name]!;
  it('there are enough', () => expect(sum(files).changes).toBeGreaterThan(60));

  it('each that no test notices has a reason', () => {
    expect(unnoticed.filter(({ why }) => why === undefined)).toEqual([]);
    const { changes, noticed } = sum(files);
    expect(unnoticed).toHaveLength(changes - noticed);
  });

  it('each reason is for one of them', () => {
    const known = (file: string, code: string, change: string): boolean =>
      unnoticed.some((one) => one.file === file && one.code === code && one.change === change);
    const stale = (reasons[name] ?? []).flatMap(({ file, code, changes }) => changes.filter((change) => !known(file, code, change)));
    expect(stale).toEqual([]);
  });
});

it('the table is of the committed results', () => {
  expect(readFileSync(resultsFile('md'), 'utf8')).toBe(renderResults(readResults()));
});
