// What a user sees once a region is gone.
import { type Region, servers } from '@finauth-sdk/client';
import { createFinAuth } from '@finauth-sdk/signing';
import assert from 'node:assert/strict';

// @ts-expect-error -- no longer one of them
const gone: Region = 'idn';
assert.deepEqual(Object.keys(servers), ['sgp']);
const credentials = { apiKey: 'key', apiSecret: 'secret' };
assert.throws(() => createFinAuth({ region: gone as Region, credentials }), { code: 'ERR_CONFIG', message: /sgp/ });
