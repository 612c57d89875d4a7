// npm install @finauth-sdk/signing undici
import { createFinAuth } from '@finauth-sdk/signing';
import { undiciTransport } from '@finauth-sdk/signing/undici';
import { ProxyAgent } from 'undici';

const dispatcher = new ProxyAgent({ uri: process.env['HTTPS_PROXY'] ?? 'http://proxy.example:3128', connections: 64 });
const finauth = createFinAuth({ transport: undiciTransport({ dispatcher }) });

const { biz_token } = await finauth.getBizToken({ liveness_id: 'your-scene', uuid: 'user-0042' });
console.log(biz_token);

await dispatcher.close();
