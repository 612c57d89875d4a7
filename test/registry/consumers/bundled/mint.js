import { createFinAuth } from '@finauth-sdk/signing';

const { biz_token } = await createFinAuth().getBizToken({ liveness_id: 'scene', uuid: process.env.CONSUMER });
console.log(biz_token);
