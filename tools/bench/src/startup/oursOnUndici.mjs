import { createFinAuth } from '@finauth-sdk/signing';
import { undiciTransport } from '@finauth-sdk/signing/undici';

const [baseUrl] = process.argv.slice(2);
const finauth = createFinAuth({ baseUrl, credentials: { apiKey: 'bench-key', apiSecret: 'bench-secret' }, transport: undiciTransport() });
const { biz_token } = await finauth.getBizToken({ liveness_id: 'your-scene', uuid: 'user-0042' });
process.stdout.write(biz_token, () => process.exit());
