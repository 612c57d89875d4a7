// What a user writes once a field has another name. Everything else that names it has followed.
import type { GetBizTokenInput } from '@finauth-sdk/signing';
import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, FinAuthInputError } from '@finauth-sdk/signing';
import assert from 'node:assert/strict';

const input: GetBizTokenInput = { scene_reference: 'scene' };
const sandbox = await startSandbox();
const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });

assert.ok((await finauth.getBizToken(input)).biz_token);
assert.equal([...sandbox.issued][0]!.fields['scene_reference'], 'scene');
const error = await finauth.getBizToken({} as GetBizTokenInput).catch((thrown: unknown) => thrown);
assert.ok(error instanceof FinAuthInputError);
assert.match(error.message, /scene_reference/);
await sandbox.close();
