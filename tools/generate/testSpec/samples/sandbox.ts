// npm install @finauth-sdk/signing @finauth-sdk/sandbox
import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth } from '@finauth-sdk/signing';

const sandbox = await startSandbox();
const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });

const { biz_token } = await finauth.getBizToken({ liveness_id: 'any-scene', uuid: 'user-0042' });
console.log(biz_token);

await sandbox.close();
