import { startSandbox, type RequestRecord, type Sandbox } from '@finauth-sdk/sandbox';
import { createFinAuth } from '@finauth-sdk/signing';

// A sandbox of this project's own refuses.
const sandbox: Sandbox = await startSandbox({ permitted: false });
const own = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });
const refused: boolean = await own.getBizToken({ liveness_id: 'scene' }).then(
  () => false,
  () => true,
);
const last: RequestRecord | undefined = sandbox.requests.at(-1);
if (!refused || last === undefined || last.status < 400) throw new Error('The call was not refused.');
await sandbox.close();

const { biz_token } = await createFinAuth().getBizToken({ liveness_id: 'scene', uuid: process.env['CONSUMER']! });
console.log(biz_token);
