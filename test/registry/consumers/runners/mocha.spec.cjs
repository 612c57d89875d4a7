const assert = require('node:assert/strict');
const { mint } = require('./mint.cjs');

describe('a client', () => {
  // oxlint-disable-next-line vitest/expect-expect -- Mocha has no expect.
  it('mints a token', async () => {
    assert.match(await mint(), /,/);
  });
});
