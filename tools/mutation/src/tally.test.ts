import { expect, it } from 'vitest';
import type { Mutant } from './mutant.ts';
import { reasonFor } from './reasonFor.ts';
import { renderResults } from './renderResults.ts';
import { scoreOf, sum, tally } from './tally.ts';

const mutant = (file: string, status: string): Mutant => ({ file, code: 'return false;', status, change: 'BooleanLiteral: false → true' });
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

it('lists what no test notices, with the reason if there is one', () => {
  const unnoticed = { file: 'src/b.ts', code: 'return false;', change: 'BooleanLiteral: false → true' };
  const known = { some: [{ ...unnoticed, changes: [unnoticed.change], why: 'Nobody asks.' }] };
  expect(reasonFor('some', unnoticed, known)).toBe('Nobody asks.');
  for (const other of [{ file: 'src/a.ts' }, { code: 'return true;' }, { change: 'BooleanLiteral: true → false' }])
    expect(reasonFor('some', { ...unnoticed, ...other }, known)).toBeUndefined();
  expect(reasonFor('other', unnoticed, known)).toBeUndefined();
  const text = renderResults({ some: { date: '2026-01-15', files: tally(mutants), unnoticed: [unnoticed] } });
  expect(text).toContain('\n- src/b.ts: `return false;`, BooleanLiteral: false → true. **Not explained.**\n');
});
