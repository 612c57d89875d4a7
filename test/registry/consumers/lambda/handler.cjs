const { startSandbox } = require('@finauth-sdk/sandbox');
const { createFinAuth, FinAuthApiError } = require('@finauth-sdk/signing');
const { nodeTransport } = require('@finauth-sdk/signing/node');

const transport = nodeTransport();
const finauth = createFinAuth({ transport });

/** As handler.js, for what takes the format of its entry. Beside the token it shows that a sandbox works in a bundle, and its page, and instanceof. */
exports.handler = async function handler({ uuid }) {
  const { biz_token } = await finauth.getBizToken({ liveness_id: 'scene', uuid });
  const sandbox = await startSandbox({ permitted: false });
  const page = await fetch(sandbox.url);
  const error = await createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials, transport })
    .getBizToken({ liveness_id: 'scene' })
    .catch((reason) => reason);
  await sandbox.close();
  await transport.close();
  if (page.status !== 200 || !(await page.text()).includes('<html')) throw new Error('The page of the sandbox is missing.');
  if (!(error instanceof FinAuthApiError) || error.name !== 'FinAuthApiError') throw new Error(`Not an API error: ${error}`);
  return { biz_token };
};
