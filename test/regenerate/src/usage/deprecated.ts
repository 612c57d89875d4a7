// A field on its way out works as it did, and an editor strikes it through.
import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, type GetBizTokenInput } from '@finauth-sdk/signing';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const input: GetBizTokenInput = { liveness_id: 'scene', uuid: 'user-1' };
const sandbox = await startSandbox();
assert.ok((await createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials }).getBizToken(input)).biz_token);
await sandbox.close();

const dist = dirname(createRequire(import.meta.url).resolve('@finauth-sdk/client'));
const types = readdirSync(dist)
  .filter((file) => file.endsWith('.d.ts'))
  .map((file) => readFileSync(join(dist, file), 'utf8'));
assert.match(types.join('\n'), /On its way out: no report shows it any longer\.[^/]*@deprecated\s*\*\/\s*uuid\?: string/);
