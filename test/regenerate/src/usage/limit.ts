// What a user sees once a field may hold fewer bytes.
import { byteLimits, getBizToken, createClient } from '@finauth-sdk/client';
import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, createSigner, FinAuthInputError } from '@finauth-sdk/signing';
import assert from 'node:assert/strict';

const limit: 64 = byteLimits.getBizToken.uuid;
const sandbox = await startSandbox();
const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });

assert.ok((await finauth.getBizToken({ liveness_id: 'scene', uuid: 'é'.repeat(limit / 2) })).biz_token);
const error = await finauth.getBizToken({ liveness_id: 'scene', uuid: 'x'.repeat(65) }).catch((thrown: unknown) => thrown);
assert.ok(error instanceof FinAuthInputError);
assert.match(error.issues[0]!.message, /at most 64 bytes long as UTF-8, and is 65 bytes/);
assert.equal(sandbox.requests.length, 1);

// Whoever sends it all the same is refused by the sandbox.
const signature = { sign: createSigner(sandbox.credentials).sign(), sign_version: 'hmac_sha1' } as const;
const { error: refusal } = await getBizToken({
  client: createClient({ baseUrl: sandbox.url }),
  body: { ...signature, liveness_id: 'scene', uuid: 'x'.repeat(65) },
});
assert.equal((refusal as { error: string }).error, 'BAD_ARGUMENTS: uuid');
await sandbox.close();
