// What a user sees once a field may hold fewer bytes.
import { byteLimits, getBizToken, createClient, signatureScheme } from '@finauth-sdk/client';
import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, createSigner, FinAuthInputError } from '@finauth-sdk/signing';
import assert from 'node:assert/strict';

const limit: 48 = byteLimits.getBizToken.uuid;
const sandbox = await startSandbox();
const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });

assert.ok((await finauth.getBizToken({ liveness_id: 'scene', uuid: 'é'.repeat(limit / 2) })).biz_token);
const error = await finauth.getBizToken({ liveness_id: 'scene', uuid: 'x'.repeat(49) }).catch((thrown: unknown) => thrown);
assert.ok(error instanceof FinAuthInputError);
assert.match(error.issues[0]!.message, /at most 48 bytes long as UTF-8, and is 49 bytes/);
assert.equal(sandbox.requests.length, 1);

// Whoever sends it all the same is refused by the sandbox.
const signature = { sign: createSigner(sandbox.credentials).sign(), sign_version: signatureScheme.algorithm };
const { error: refusal } = await getBizToken({
  client: createClient({ baseUrl: sandbox.url }),
  body: { ...signature, liveness_id: 'scene', uuid: 'x'.repeat(49) },
});
assert.equal((refusal as { error: string }).error, 'BAD_ARGUMENTS: uuid');
await sandbox.close();
