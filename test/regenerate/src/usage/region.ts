// What a user writes once there is a third region.
import { type Region, servers } from '@finauth-sdk/client';
import { exampleAnswers, exampleInputs } from '@finauth-sdk/client/examples';
import { createFinAuth } from '@finauth-sdk/signing';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const region: Region = 'tha';
const credentials = { apiKey: 'key', apiSecret: 'secret' };
const called: string[] = [];
const finauth = createFinAuth({
  region,
  credentials,
  fetch: async (url) => {
    called.push(String(url));
    return Response.json(exampleAnswers.getBizToken);
  },
});
await finauth.getBizToken(exampleInputs.getBizToken);
assert.ok(called[0]?.startsWith(`${servers[region].url}/`));
assert.equal(new URL(called[0]!).host, 'api-tha.yljz.test');
assert.throws(() => createFinAuth({ region: 'thb' as Region, credentials }), /, tha/);
// @ts-expect-error -- a region that there is not
assert.throws(() => createFinAuth({ region: 'thb', credentials }));

// The command has it too, and says where it is.
const cli = dirname(createRequire(import.meta.url).resolve('@finauth-sdk/cli/package.json'));
const help = execFileSync(process.execPath, [join(cli, 'dist/finauth.js'), 'token', '--help'], { encoding: 'utf8' });
assert.match(help.replaceAll(/\s+/g, ' '), /tha is Thailand/);
