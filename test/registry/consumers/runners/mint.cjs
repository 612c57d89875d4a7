// As mint.mjs, in CommonJS.
const { startSandbox } = require('@finauth-sdk/sandbox');
const { createFinAuth, FinAuthApiError } = require('@finauth-sdk/signing');

exports.mint = async () => {
  const { biz_token } = await createFinAuth().getBizToken({ liveness_id: 'scene', uuid: process.env.CONSUMER });
  const sandbox = await startSandbox({ permitted: false });
  const error = await createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials })
    .getBizToken({ liveness_id: 'scene' })
    .catch((reason) => reason);
  await sandbox.close();
  if (!(error instanceof FinAuthApiError)) throw new Error(`Not an API error: ${error}`);
  return biz_token;
};

if (require.main === module) exports.mint().then((token) => console.log(token));
