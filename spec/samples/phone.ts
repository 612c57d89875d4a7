// npm install @finauth-sdk/signing @finauth-sdk/sandbox
import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, outcomeOf } from '@finauth-sdk/signing';

const sandbox = await startSandbox();
const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });
const { biz_token } = await finauth.getBizToken({ liveness_id: 'any-scene' });

// Any result of `outcomes`. Without one, the expected person passes.
sandbox.phone.complete(biz_token, { outcome: 'USER_TIMEOUT' });

const identity = { idcard_name: 'Jane Doe', idcard_number: '0042' };
const answer = await finauth.verify({ biz_token, verify_id: 'any-scene', comparison_type: '1', ...identity });
console.log(outcomeOf(answer).meaning);

await sandbox.close();
