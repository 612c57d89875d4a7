// What a user sees once a call takes a file that must not be too large, and a text that may be long.
import { byteLimits, createClient, getBizToken, signatureScheme } from '@finauth-sdk/client';
import { exampleInputs } from '@finauth-sdk/client/examples';
import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, createSigner, FinAuthInputError } from '@finauth-sdk/signing';
import assert from 'node:assert/strict';

const largest: 2_000_000 = byteLimits.getBizToken.photo;
const longest: 200_000 = byteLimits.getBizToken.note;
const sandbox = await startSandbox();
const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });
const input = exampleInputs.getBizToken;
const photo = (size: number) => new File([new Uint8Array(size)], 'face.jpg');

assert.ok((await finauth.getBizToken({ ...input, photo: photo(largest), note: 'x'.repeat(longest) })).biz_token);
const sent = sandbox.requests.length;
for (const [given, message] of [
  [{ photo: photo(largest + 1) }, `photo must be a file of at most ${largest} bytes, and has ${largest + 1} bytes: send a smaller one`],
  [{ note: 'x'.repeat(longest + 1) }, /note must be at most 200000 bytes long as UTF-8/],
] as const) {
  const error = await finauth.getBizToken({ ...input, ...given }).catch((thrown: unknown) => thrown);
  assert.ok(error instanceof FinAuthInputError);
  assert.match(error.issues[0]!.message, new RegExp(message));
}
assert.equal(sandbox.requests.length, sent);

// Whoever sends it all the same is refused by the sandbox, for the same reason.
for (const [given, field] of [
  [{ photo: photo(largest + 1) }, 'photo'],
  [{ note: 'x'.repeat(longest + 1) }, 'note'],
] as const) {
  const signature = { sign: createSigner(sandbox.credentials).sign(), sign_version: signatureScheme.algorithm };
  const { error } = await getBizToken({ client: createClient({ baseUrl: sandbox.url }), body: { ...signature, ...input, ...given } });
  assert.equal((error as { error: string }).error, `BAD_ARGUMENTS: ${field}`);
  assert.match(sandbox.requests.at(-1)!.why.message, /at most/);
}
await sandbox.close();
