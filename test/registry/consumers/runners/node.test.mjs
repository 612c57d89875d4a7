import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mint } from './mint.mjs';

test('mints a token', async () => {
  assert.match(await mint(), /,/);
});
