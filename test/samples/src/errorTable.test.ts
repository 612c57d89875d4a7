import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { documents, withTables } from '../../../packages/server/src/testing/errorTable.ts';

it.each(documents)('%s says of every error what the phone gets; `npm run snapshots` writes the tables', (path) => {
  const text = readFileSync(path, 'utf8');
  expect(text).toBe(withTables(text));
});
