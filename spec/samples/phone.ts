// npm install @finauth-sdk/signing @finauth-sdk/sandbox
import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, outcomeOf } from '@finauth-sdk/signing';

const sandbox = await startSandbox();
const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });
const { biz_token } = await finauth.getBizToken({ liveness_id: 'any-scene' });

// Any name in the results table. Without one, the expected person passes.
sandbox.phone.complete(biz_token, { outcome: 'USER_TIMEOUT' });

// Stands for the user's photo. The sandbox only checks that it begins like a JPEG or a PNG.
const image_ref1 = new Blob([Uint8Array.of(0xff, 0xd8, 0xff)]);
const answer = await finauth.verify({ biz_token, verify_id: 'any-scene', comparison_type: '0', image_ref1 });
console.log(outcomeOf(answer).meaning);

await sandbox.close();
