// npm install --save-dev vitest @finauth-sdk/sandbox
import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, type FinAuth } from '@finauth-sdk/signing';
import { afterAll, beforeAll, expect, test } from 'vitest';

let sandbox: Sandbox;
let finauth: FinAuth;

beforeAll(async () => {
  sandbox = await startSandbox();
  finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });
});
afterAll(() => sandbox.close());

test('mints a token for the user', async () => {
  const { biz_token } = await finauth.getBizToken({ liveness_id: 'my-scene', uuid: 'user-0042' });
  expect(sandbox.issued.get(biz_token)?.fields.uuid).toBe('user-0042');
});

test('gives up on a disabled key', async () => {
  const call = finauth.getBizToken({ liveness_id: sandbox.liveness.API_KEY_BE_DISCONTINUED });
  await expect(call).rejects.toMatchObject({ detail: 'API_KEY_BE_DISCONTINUED', attempts: 1 });
});

test('survives one failure of FinAuth', async () => {
  sandbox.set({ fail: { times: 1 } });
  await finauth.getBizToken({ liveness_id: 'my-scene' });
  expect(sandbox.requests.slice(-2).map(({ status }) => status)).toEqual([500, 200]);
});
