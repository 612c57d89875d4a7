// What a user writes once there is an operation that takes the token of another and has errors of its own.
import { errorCatalogue, operationErrors, type ErrorCodeOf, type ErrorReasonOf } from '@finauth-sdk/client';
import { exampleAnswers, exampleInputs } from '@finauth-sdk/client/examples';
import { startMock } from '@finauth-sdk/mock';
import { liveness, startSandbox, testIds } from '@finauth-sdk/sandbox';
import { createFinAuth } from '@finauth-sdk/signing';
import { answers } from '@finauth-sdk/test-faults/faults';
import { createFaultServer } from '@finauth-sdk/test-faults/faultServer';
import assert from 'node:assert/strict';

// Its errors, in the types, as lists, and in the catalogue.
export const own: ErrorCodeOf<'compareFaces'> = 'FACE_NOT_FOUND';
export const gone: ErrorReasonOf<'compareFaces'> = 'DATA_ERASED';
// @ts-expect-error -- no answer of this operation has that code
export const foreign: ErrorCodeOf<'getBizToken'> = 'FACE_NOT_FOUND';
// @ts-expect-error -- nor that reason
export const another: ErrorReasonOf<'compareFaces'> = 'IP_NOT_ALLOWED';
assert.ok(operationErrors.compareFaces.codes.includes(own) && !(operationErrors.getBizToken.codes as readonly string[]).includes(own));
assert.deepEqual(errorCatalogue.FACE_NOT_FOUND.operations, ['compareFaces']);
assert.deepEqual(errorCatalogue.MISSING_ARGUMENTS.operations.filter((id) => /^(?:getBizToken|compareFaces)$/.test(id)).length, 2);
assert.deepEqual(errorCatalogue.AUTHORIZATION_ERROR.reasons!['DATA_ERASED']!.operations, ['compareFaces']);
assert.deepEqual(operationErrors.compareFaces.gateways, [429]);

const sandbox = await startSandbox();
const { credentials } = sandbox;
const options = { credentials, retry: false } as const;
// By the sandbox's clock, which is moved below.
const finauth = createFinAuth({ baseUrl: sandbox.url, ...options, now: () => sandbox.clock.now() });
const input = { verify_id: 'my-scene', photo: new Blob(['a photo']) };
const mint = async (): Promise<string> => (await finauth.getBizToken(exampleInputs.getBizToken)).biz_token;

// A token, from the first call to the last.
const token = await mint();
assert.equal((await finauth.compareFaces({ ...input, biz_token: token })).result_message, 'SUCCESS');
const use = sandbox.requests.at(-1)!;
assert.equal(sandbox.issued.get(token)!.usedBy, use.number);
assert.ok(!sandbox.issued.isValid(token));

// Used up: answered with a kind of success, as the spec says, and refused all the same.
assert.equal((await finauth.compareFaces({ ...input, biz_token: token })).result_message, 'TOKEN_DENIED');
assert.equal(sandbox.requests.at(-1)!.verdict, 'refused');
assert.match(sandbox.requests.at(-1)!.why.message, new RegExp(`#${use.number} `));

// Never given, and over: by errors.
await assert.rejects(finauth.compareFaces({ ...input, biz_token: 'made up' }), { status: 400, code: 'BAD_ARGUMENTS', detail: 'biz_token' });
const old = await mint();
sandbox.clock.advance(3_600_000);
await assert.rejects(finauth.compareFaces({ ...input, biz_token: old }), { status: 403, detail: 'DATA_ERASED' });
assert.equal(sandbox.issued.get(old)!.usedBy, undefined);

// Of two calls at once, one has it.
sandbox.set({ latencyMs: 20 });
const contested = await mint();
const both = await Promise.all([1, 2].map(() => finauth.compareFaces({ ...input, biz_token: contested })));
assert.deepEqual(both.map(({ result_message }) => result_message).sort(), ['SUCCESS', 'TOKEN_DENIED']);
sandbox.set({ latencyMs: 0 });

// Test IDs: each answer of each operation, its kinds of success too, and none of another's. The token need not be one.
const ids = testIds.compareFaces;
const asked = (verify_id: string, biz_token = 'any') => finauth.compareFaces({ ...input, biz_token, verify_id });
assert.equal((await asked(ids.anotherPerson, await mint())).result_message, 'PASS_LIVING_NOT_THE_SAME');
assert.equal((await asked(ids.TOKEN_DENIED)).result_code, 4200);
await assert.rejects(asked(ids.FACE_NOT_FOUND), { code: 'FACE_NOT_FOUND', detail: 'photo' });
await assert.rejects(asked(ids.DATA_ERASED), { detail: 'DATA_ERASED' });
await assert.rejects(asked(ids.CONCURRENCY_LIMIT_EXCEEDED), { status: 429, code: 'CONCURRENCY_LIMIT_EXCEEDED' });
await assert.rejects(asked(liveness.IP_NOT_ALLOWED), { code: 'BAD_ARGUMENTS', detail: 'verify_id' });
assert.match(sandbox.requests.at(-1)!.why.message, /an answer of getBizToken.*, which compareFaces does not have/);
const getBizToken = (liveness_id: string) => finauth.getBizToken({ liveness_id });
await assert.rejects(getBizToken(liveness.FACE_NOT_FOUND), { code: 'BAD_ARGUMENTS', detail: 'liveness_id' });
await assert.rejects(getBizToken(liveness.anotherPerson), { code: 'BAD_ARGUMENTS' });
// @ts-expect-error -- an answer of the other operation
export const foreignId: string = testIds.getBizToken.FACE_NOT_FOUND;

// One name, an answer of its own in each.
await assert.rejects(getBizToken(testIds.getBizToken.UNLISTED_REASON), { detail: 'SOMETHING_NEW' });
await assert.rejects(asked(ids.UNLISTED_REASON), { detail: 'SOMETHING_ELSE' });
await assert.rejects(getBizToken(testIds.getBizToken.MISSING_ARGUMENTS), { detail: 'liveness_id' });
await assert.rejects(asked(ids.MISSING_ARGUMENTS), { detail: 'photo' });

// A failure on demand is one of those that have it.
sandbox.set({ fail: { answer: 'FACE_NOT_FOUND' } });
const spared = await mint();
await assert.rejects(finauth.compareFaces({ ...input, biz_token: spared }), { code: 'FACE_NOT_FOUND' });
sandbox.set({ fail: null });
assert.ok(sandbox.issued.isValid(spared));
await sandbox.close();

// The limit of its answer is the spec's; the caller's goes before it; other operations have the usual one.
const images = 'x'.repeat(3_000_000);
const long = { ...exampleAnswers.compareFaces, images };
const server = await createFaultServer({
  faults: [answers(200, long), answers(200, long), answers(200, { ...exampleAnswers.getBizToken, images })],
});
const reading = createFinAuth({ baseUrl: server.url, ...options });
const biz_token = exampleInputs.compareFaces.biz_token;
assert.equal((await reading.compareFaces({ ...input, biz_token })).result_code, 1000);
const strict = createFinAuth({ baseUrl: server.url, ...options, maxResponseBytes: 1_000_000 });
await assert.rejects(strict.compareFaces({ ...input, biz_token }), /longer than 1000000 bytes/);
await assert.rejects(reading.getBizToken(exampleInputs.getBizToken), /longer than 1048576 bytes/);
await server.close();

// Prism has them too.
const mock = await startMock();
const mocked = createFinAuth({ baseUrl: mock.url, ...options });
const prefer = (code: number, example: string) => ({ headers: { prefer: `code=${code}, example=${example}` } });
assert.equal((await mocked.compareFaces({ ...input, biz_token }, prefer(200, 'anotherPerson'))).result_code, 2000);
await assert.rejects(mocked.compareFaces({ ...input, biz_token }, prefer(400, 'FACE_NOT_FOUND')), { code: 'FACE_NOT_FOUND' });
await mock.close();
