// Takes each package by require(), mints a token, and tells what each of them gave.
const { argv } = require('node:process');
const client = require('@finauth-sdk/client');
const signing = require('@finauth-sdk/signing');
const validator = require('@finauth-sdk/validator');
const { startSandbox } = require('@finauth-sdk/sandbox');

(async () => {
  const { baseUrl, credentials } = JSON.parse(argv[2]);
  const { biz_token } = await signing.createFinAuth({ baseUrl, credentials }).getBizToken({ liveness_id: 'scene' });
  const sandbox = await startSandbox();
  await sandbox.close();
  const names = Object.fromEntries(
    Object.entries({ client, signing, validator }).map(([name, exports]) => [name, Object.keys(exports).sort()]),
  );
  console.log(JSON.stringify({ biz_token, names }));
})();
