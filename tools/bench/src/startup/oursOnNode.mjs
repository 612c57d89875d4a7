import { createFinAuth } from '@finauth-sdk/signing';
import { nodeTransport } from '@finauth-sdk/signing/node';

const [baseUrl] = process.argv.slice(2);
const finauth = createFinAuth({ baseUrl, credentials: { apiKey: 'bench-key', apiSecret: 'bench-secret' }, transport: nodeTransport() });
const { biz_token } = await finauth.getBizToken({ liveness_id: 'your-scene', uuid: 'user-0042' });
process.stdout.write(biz_token, () => process.exit());
