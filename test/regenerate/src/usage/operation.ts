// What a user writes once there is a second operation. Run and type-checked in the copy, against what was generated there.
import { byteLimits, errorCatalogue } from '@finauth-sdk/client';
import { exampleAnswers, exampleInputs } from '@finauth-sdk/client/examples';
import { startMock } from '@finauth-sdk/mock';
import { liveness, startSandbox } from '@finauth-sdk/sandbox';
import {
  createFinAuth,
  FinAuthApiError,
  FinAuthInputError,
  type CancelAnswer,
  type CancelInput,
  verifySign,
  type MatchFaceInput,
  type MatchFaceResponse,
} from '@finauth-sdk/signing';
import { nodeTransport } from '@finauth-sdk/signing/node';
import { undiciTransport } from '@finauth-sdk/signing/undici';
import { answers } from '@finauth-sdk/test-faults/faults';
import { createFaultServer } from '@finauth-sdk/test-faults/faultServer';
import assert from 'node:assert/strict';

// Every byte there is, so that none is taken for text on the way.
const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
const image = new File([bytes], 'face.jpg', { type: 'image/jpeg' });
const input: MatchFaceInput = { biz_token: 'a token', image, threshold: 0.5, mode: 'lenient', keep: false };

const sandbox = await startSandbox();
const { credentials } = sandbox;
const finauth = createFinAuth({ baseUrl: sandbox.url, credentials, jitter: () => 0 });

// The sandbox judges the signature and each field, and has the file.
const answer: MatchFaceResponse = await finauth.matchFace(input);
const score: number = answer.result.score;
assert.equal(score, exampleAnswers.matchFace.result.score);
const accepted = sandbox.requests.at(-1)!;
assert.equal(accepted.verdict, 'accepted');
assert.equal(accepted.operation, 'matchFace');
assert.equal(accepted.fields['image'], '256 bytes (face.jpg)');
assert.deepEqual([accepted.fields['threshold'], accepted.fields['keep'], accepted.fields['mode']], ['0.5', 'false', 'lenient']);

// Many files of one field, and an operation whose schemas have no name.
await finauth.matchFace({ ...input, more: [image, new Blob(['another'])] });
assert.equal(sandbox.requests.at(-1)!.fields['more'], '256 bytes (face.jpg), 7 bytes (blob)');
const cancelInput: CancelInput = { biz_token: 'a token' };
const { cancelled }: CancelAnswer = await finauth.cancel(cancelInput);
assert.equal(cancelled, true);
assert.equal(byteLimits.cancel.biz_token, 100);
await assert.rejects(finauth.cancel({ biz_token: 'x'.repeat(101) }), FinAuthInputError);

const forger = createFinAuth({ baseUrl: sandbox.url, credentials: { ...credentials, apiSecret: 'another' } });
await assert.rejects(forger.matchFace(input), { code: 'AUTHORIZATION_ERROR', detail: 'INVALID_SIGN' });

// What breaks the spec is not sent.
const sent = sandbox.requests.length;
const refusals: [Record<string, unknown>, string, string][] = [
  [{ ...input, image: undefined }, 'image', 'required'],
  [{ ...input, image: 'a path' }, 'image', 'x-binary'],
  [{ ...input, image: Buffer.from(bytes) }, 'image', 'x-binary'],
  [{ ...input, threshold: 2 }, 'threshold', 'maximum'],
  [{ ...input, mode: 'slack' }, 'mode', 'enum'],
  [{ ...input, more: [image, image, image] }, 'more', 'maxItems'],
  [{ ...input, more: [image, 'a path'] }, 'more.1', 'x-binary'],
  [{ ...input, sign: 'mine' }, 'sign', 'additionalProperties'],
];
for (const [given, field, rule] of refusals) {
  const error = await finauth.matchFace(given as never).catch((thrown: unknown) => thrown);
  assert.ok(error instanceof FinAuthInputError);
  assert.deepEqual([error.issues[0]?.field, error.issues[0]?.rule], [field, rule]);
}
assert.equal(sandbox.requests.length, sent);

// Its errors are typed, carry their remedy, and are asked for again as the spec says.
for (const [scene, code, detail, attempts] of [
  [liveness.NOBODY_SEEN, 'IMAGE_REFUSED', 'NOBODY_SEEN', 1],
  [liveness.IMAGE_UNREADABLE, 'IMAGE_UNREADABLE', 'image', 1],
  [liveness.MATCH_BUSY, 'MATCH_BUSY', undefined, 3],
] as const) {
  const error = await finauth.matchFace({ ...input, biz_token: scene }).catch((thrown: unknown) => thrown);
  assert.ok(error instanceof FinAuthApiError);
  const { remedy } = errorCatalogue[code].reasons?.[detail ?? ''] ?? errorCatalogue[code];
  assert.deepEqual([error.code, error.detail, error.attempts, error.remedy], [code, detail, attempts, remedy]);
}
await sandbox.close();

// On the wire, over each transport: a part with the file's name, type and bytes; a retry sends all of it again, signed anew.
const undici = undiciTransport();
const node = nodeTransport();
for (const over of [{}, { transport: undici }, { transport: node }]) {
  const server = await createFaultServer({ faults: [answers(409, { error: 'MATCH_BUSY' }), answers(200, exampleAnswers.matchFace)] });
  await createFinAuth({ baseUrl: server.url, credentials, jitter: () => 0, ...over }).matchFace(input);
  assert.equal(server.requests.length, 2);
  const signs = server.requests.map(({ body }) => {
    const part = /name="image"; filename="face\.jpg"\r\nContent-Type: image\/jpeg\r\n(?:[^\r\n]+\r\n)*\r\n/i.exec(body.toString('latin1'));
    assert.ok(part);
    const start = part.index + part[0].length;
    assert.deepEqual(body.subarray(start, start + bytes.length), Buffer.from(bytes));
    assert.equal(body.subarray(start + bytes.length, start + bytes.length + 4).toString(), '\r\n--');
    return /name="sign"\r\n\r\n(\S+)\r\n/.exec(body.toString('latin1'))![1]!;
  });
  assert.notEqual(signs[0], signs[1]);
  for (const sign of signs) assert.deepEqual(verifySign(sign, credentials.apiSecret), { valid: true });
  await server.close();
}
await Promise.all([undici.close(), node.close()]);

// Prism, which knows nothing but the spec.
const mock = await startMock();
const mocked = createFinAuth({ baseUrl: mock.url, credentials, retry: false });
assert.deepEqual(await mocked.matchFace(input), exampleAnswers.matchFace);
assert.deepEqual(await mocked.matchFace(exampleInputs.matchFace), exampleAnswers.matchFace);
await assert.rejects(mocked.matchFace(input, { headers: { prefer: 'code=400, example=FACE_TOO_SMALL' } }), {
  code: 'IMAGE_REFUSED',
  detail: 'FACE_TOO_SMALL',
  retryable: false,
});
await mock.close();

export const typesOnly = [
  // @ts-expect-error -- the signature is not the caller's
  () => finauth.matchFace({ ...input, sign: 'mine' }),
  // @ts-expect-error -- the file is required
  () => finauth.matchFace({ biz_token: 'a token' }),
  // @ts-expect-error -- a file is no text
  () => finauth.matchFace({ ...input, image: 'a path' }),
  // @ts-expect-error -- a choice that there is not
  () => finauth.matchFace({ ...input, mode: 'slack' }),
];
