import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { consumers } from './consumers.ts';
import { withSupportTable } from './supportTable.ts';

it('SUPPORT says what is tried, and nothing else; if that changes, `npm run snapshots`', () => {
  const text = readFileSync(new URL('../../../.github/SUPPORT.md', import.meta.url), 'utf8');
  expect(text).toBe(withSupportTable(text, consumers));
});
