// npm install @finauth-sdk/signing pino
import { createFinAuth } from '@finauth-sdk/signing';
import { pino } from 'pino';

const log = pino();
const finauth = createFinAuth({
  onEvent({ type, ...what }) {
    const level = type === 'gaveUp' ? 'error' : type === 'retrying' || type === 'slotLost' || type === 'clockCorrected' ? 'warn' : 'debug';
    log[level](what, `finauth ${type}`);
  },
});

try {
  const { request_id } = await finauth.getBizToken({ liveness_id: process.env.FINAUTH_LIVENESS_ID ?? 'your-scene' });
  log.info({ requestId: request_id }, 'token minted');
} catch (error) {
  // pino logs the error's fields, such as code, detail, requestId and remedy. It contains no secret and no signature.
  log.error(error, 'no token');
}
