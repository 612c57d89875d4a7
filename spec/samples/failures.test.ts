import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, type FinAuth, FinAuthTimeoutError } from '@finauth-sdk/signing';
import { afterEach, beforeEach, expect, test } from 'vitest';

let sandbox: Sandbox;
let finauth: FinAuth;

beforeEach(async () => {
  sandbox = await startSandbox();
  finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });
});
afterEach(() => sandbox.close());

const statuses = () => sandbox.requests.map(({ status }) => status);

test('a permanent refusal is not retried', async () => {
  const call = finauth.getBizToken({ liveness_id: sandbox.liveness.DENIED });
  await expect(call).rejects.toMatchObject({ detail: 'DENIED', requestId: expect.any(String) });
  expect(statuses()).toEqual([403]);
});

test('a temporary failure goes unnoticed', async () => {
  sandbox.set({ fail: { times: 1 } });
  await finauth.getBizToken({ liveness_id: 'my-scene' });
  expect(statuses()).toEqual([500, 200]);
});

test('a reason that is not listed is thrown, and not retried', async () => {
  const call = finauth.getBizToken({ liveness_id: sandbox.liveness.UNLISTED_REASON });
  await expect(call).rejects.toMatchObject({ code: 'AUTHORIZATION_ERROR', detail: 'SOMETHING_NEW', retryable: false });
});

test('a wrong clock is corrected', async () => {
  sandbox.clock.advance(600_000);
  await finauth.getBizToken({ liveness_id: 'my-scene' });
  expect(statuses()).toEqual([403, 200]);
});

test('a slow answer ends at your own time limit', async () => {
  sandbox.set({ latencyMs: 20_000 });
  const call = finauth.getBizToken({ liveness_id: 'my-scene' }, { timeoutMs: 200, retry: false });
  await expect(call).rejects.toBeInstanceOf(FinAuthTimeoutError);
});
