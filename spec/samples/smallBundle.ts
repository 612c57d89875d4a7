// npm install @finauth-sdk/signing
import { createFinAuthWith } from '@finauth-sdk/signing';
import { getBizToken } from '@finauth-sdk/signing/operations';

// A bundle of this contains only the operations that are named.
const finauth = createFinAuthWith({ getBizToken });

const { biz_token } = await finauth.getBizToken({ liveness_id: 'your-scene', uuid: 'user-0042' });
console.log(biz_token);
