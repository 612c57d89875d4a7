import { expect, test } from 'vitest';
import { mint } from './mint.mjs';

test('mints a token', async () => {
  expect(await mint()).toMatch(/,/);
});
