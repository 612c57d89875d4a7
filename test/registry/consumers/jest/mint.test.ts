/** @jest-environment node */
import { startSandbox, type Sandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, FinAuthApiError, FinAuthError } from '@finauth-sdk/signing';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ permitted: false });
});
afterAll(() => sandbox.close());

test('mints a token', async () => {
  const { biz_token } = await createFinAuth().getBizToken({ liveness_id: 'scene', uuid: process.env['CONSUMER']! });
  expect(biz_token).toMatch(/,/);
});

test('knows an error of its own', async () => {
  const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });
  const error: unknown = await finauth.getBizToken({ liveness_id: 'scene' }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(FinAuthApiError);
  expect(error).toBeInstanceOf(FinAuthError);
  expect((error as FinAuthApiError).status).toBe(403);
});

test('can be stubbed', async () => {
  const finauth = createFinAuth();
  const spy = jest.spyOn(finauth, 'getBizToken').mockResolvedValue({ biz_token: 'stub', request_id: 'r', time_used: 1 });
  expect((await finauth.getBizToken({ liveness_id: 'scene' })).biz_token).toBe('stub');
  expect(spy).toHaveBeenCalledWith({ liveness_id: 'scene' });
});
