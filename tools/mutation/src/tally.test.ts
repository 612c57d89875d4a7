import { expect, it } from 'vitest';
import type { Mutant } from './mutant.ts';
import { renderResults } from './renderResults.ts';
import { scoreOf, sum, tally } from './tally.ts';

const mutant = (file: string, status: string): Mutant => ({ file, line: 1, code: 'return false;', status, change: 'BooleanLiteral: true' });
const mutants = [
  mutant('src/b.ts', 'Killed'),
  mutant('src/b.ts', 'Survived'),
  mutant('src/a.ts', 'Timeout'),
  mutant('src/b.ts', 'NoCoverage'),
  mutant('src/b.ts', 'RuntimeError'),
];

it('counts by file what is noticed, and what no test runs as not', () => {
  expect(Object.entries(tally(mutants))).toEqual([
    ['src/a.ts', { changes: 1, noticed: 1 }],
    ['src/b.ts', { changes: 4, noticed: 2 }],
  ]);
  expect(sum(tally(mutants))).toEqual({ changes: 5, noticed: 3 });
  expect(scoreOf(mutants)).toBe(60);
  expect(scoreOf([])).toBe(100);
});

it('is a table for each package, with a line for all', () => {
  const text = renderResults({ some: { date: '2026-01-15', files: tally(mutants), unnoticed: [] } });
  expect(text).toContain('## some\n\nMeasured on 2026-01-15.\n');
  expect(text).toContain('| src/b.ts | 4 | 2 | 50.0 % |\n| **all** | 5 | 3 | 60.0 % |\n');
});
