import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { consumers } from './consumers.ts';
import { withSupportTable } from './supportTable.ts';

it('SUPPORT says what is tried, and nothing else; if that changes, `npm run snapshots`', () => {
  const text = readFileSync(new URL('../../../.github/SUPPORT.md', import.meta.url), 'utf8');
  expect(text).toBe(withSupportTable(text, consumers));
});

it('every sample for a framework is part of a row', () => {
  const samples = readdirSync(join(import.meta.dirname, '../../../spec/samples/frameworks'));
  const rows = readdirSync(import.meta.dirname).filter((file) => file.endsWith('Rows.ts') || file === 'place.ts');
  const text = rows.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('');
  const copied = [...text.matchAll(/copySample\(\w+, '([^']+)'/g)].map(([, name]) => name);
  expect([...new Set(copied)].sort()).toEqual(samples.sort());
});
