// What a user writes once there is a new code, and a new reason of one that is known.
import { errorCatalogue, type KnownErrorCode, type KnownErrorReason } from '@finauth-sdk/client';
import { exampleInputs } from '@finauth-sdk/client/examples';
import { startMock } from '@finauth-sdk/mock';
import { liveness, startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, FinAuthApiError } from '@finauth-sdk/signing';
import assert from 'node:assert/strict';

const code: KnownErrorCode = 'SHARD_MOVED';
const reason: KnownErrorReason = 'COUNTRY_NOT_ALLOWED';
// @ts-expect-error -- a code that nobody added
export const unlisted: KnownErrorCode = 'SHARD_LOST';

const byCode = { code, detail: undefined, attempts: 3, retryable: true, remedy: errorCatalogue[code].remedy };
const byReason = {
  code: 'AUTHORIZATION_ERROR',
  detail: reason,
  attempts: 1,
  retryable: false,
  remedy: errorCatalogue.AUTHORIZATION_ERROR.reasons![reason]!.remedy,
};
assert.notEqual(byReason.remedy, errorCatalogue.AUTHORIZATION_ERROR.remedy);

const sandbox = await startSandbox();
const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials, jitter: () => 0 });
assert.deepEqual(await seen(finauth.getBizToken({ liveness_id: liveness[code] })), byCode);
assert.deepEqual(await seen(finauth.getBizToken({ liveness_id: liveness[reason] })), byReason);
assert.equal(sandbox.requests.length, 4);

// A sandbox that is told to fail so, and then is well again: the call comes through.
sandbox.set({ fail: { answer: code, times: 2 } });
assert.ok((await finauth.getBizToken(exampleInputs.getBizToken)).biz_token);
await sandbox.close();

const mock = await startMock();
const mocked = createFinAuth({ baseUrl: mock.url, credentials: { apiKey: 'key', apiSecret: 'secret' }, jitter: () => 0 });
const asked = (status: number, name: string) => ({ headers: { prefer: `code=${status}, example=${name}` } });
const { getBizToken } = exampleInputs;
assert.deepEqual(await seen(mocked.getBizToken(getBizToken, asked(errorCatalogue[code].status, code))), byCode);
assert.deepEqual(await seen(mocked.getBizToken(getBizToken, asked(errorCatalogue.AUTHORIZATION_ERROR.status, reason))), byReason);
await mock.close();

async function seen(call: Promise<unknown>): Promise<object> {
  const error = await call.catch((thrown: unknown) => thrown);
  assert.ok(error instanceof FinAuthApiError);
  const { code, detail, attempts, retryable, remedy } = error;
  return { code, detail, attempts, retryable, remedy };
}
