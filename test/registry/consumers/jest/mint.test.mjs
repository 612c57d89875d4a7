// As mint.test.js, in Jest's own ES modules.
import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, FinAuthApiError } from '@finauth-sdk/signing';
import { nodeTransport } from '@finauth-sdk/signing/node';

test('mints a token', async () => {
  const { biz_token } = await createFinAuth().getBizToken({ liveness_id: 'scene', uuid: process.env.CONSUMER });
  expect(biz_token).toMatch(/,/);
});

test('knows an error of its own', async () => {
  const sandbox = await startSandbox({ permitted: false });
  const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials, transport: nodeTransport() });
  const error = await finauth.getBizToken({ liveness_id: 'scene' }).catch((reason) => reason);
  await sandbox.close();
  expect(error).toBeInstanceOf(FinAuthApiError);
});
