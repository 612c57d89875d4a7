// npm install @finauth-sdk/signing undici
import { createFinAuth } from '@finauth-sdk/signing';
import { undiciTransport } from '@finauth-sdk/signing/undici';
import { EnvHttpProxyAgent } from 'undici';

const dispatcher = new EnvHttpProxyAgent();
const finauth = createFinAuth({ transport: undiciTransport({ dispatcher }) });

const { biz_token } = await finauth.getBizToken({ liveness_id: 'your-scene', uuid: 'user-0042' });
console.log(biz_token);

await dispatcher.close();
