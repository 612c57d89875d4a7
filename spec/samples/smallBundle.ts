// npm install @finauth-sdk/signing
import { createFinAuthWith } from '@finauth-sdk/signing';
import { getBizToken } from '@finauth-sdk/signing/operations';

// Of all operations that the API has, a bundle of this holds one.
const finauth = createFinAuthWith({ getBizToken });

const { biz_token } = await finauth.getBizToken({ liveness_id: 'your-scene', uuid: 'user-0042' });
console.log(biz_token);
