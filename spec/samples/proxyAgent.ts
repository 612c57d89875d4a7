// npm install @finauth-sdk/signing https-proxy-agent
import { createFinAuth } from '@finauth-sdk/signing';
import { nodeTransport } from '@finauth-sdk/signing/node';
import { HttpsProxyAgent } from 'https-proxy-agent';

const agent = new HttpsProxyAgent(process.env['HTTPS_PROXY'] ?? 'http://proxy.example:3128', { keepAlive: true });
const finauth = createFinAuth({ transport: nodeTransport({ agent }) });

const { biz_token } = await finauth.getBizToken({ liveness_id: 'your-scene', uuid: 'user-0042' });
console.log(biz_token);

agent.destroy();
