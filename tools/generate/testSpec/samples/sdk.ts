// npm install @finauth-sdk/signing
import { createFinAuth } from '@finauth-sdk/signing';

// The API key, the API secret and the region come from FINAUTH_API_KEY, FINAUTH_API_SECRET and FINAUTH_REGION.
const finauth = createFinAuth();

const { biz_token } = await finauth.getBizToken({ liveness_id: 'your-scene', uuid: 'user-0042' });
console.log(biz_token);
