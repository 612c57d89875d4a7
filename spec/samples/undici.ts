// npm install @finauth-sdk/signing undici
import { createFinAuth } from '@finauth-sdk/signing';
import { undiciTransport } from '@finauth-sdk/signing/undici';

const transport = undiciTransport({ connections: 64 });
const finauth = createFinAuth({ transport });

const { biz_token } = await finauth.getBizToken({ liveness_id: 'your-scene', uuid: 'user-0042' });
console.log(biz_token);

// Before the process exits: first the calls in progress, then the connections.
await finauth.close();
await transport.close();
