// Just as mint.test.ts, for what transforms nothing.
const { startSandbox } = require('@finauth-sdk/sandbox');
const { createFinAuth, FinAuthApiError } = require('@finauth-sdk/signing');
const { nodeTransport } = require('@finauth-sdk/signing/node');

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
