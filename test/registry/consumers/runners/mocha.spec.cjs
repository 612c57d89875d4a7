const assert = require('node:assert/strict');
const { mint } = require('./mint.cjs');

describe('a client', () => {
  it('mints a token', async () => {
    assert.match(await mint(), /,/);
  });
});
