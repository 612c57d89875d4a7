import { createFinAuth } from '@finauth-sdk/signing';
import { defineEventHandler, readBody } from 'h3';

const finauth = createFinAuth();

export default defineEventHandler(async (event) => {
  const { uuid } = await readBody<{ uuid: string }>(event);
  return await finauth.getBizToken({ liveness_id: 'scene', uuid });
});
