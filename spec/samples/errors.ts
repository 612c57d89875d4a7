import { createFinAuth, FinAuthApiError, FinAuthError } from '@finauth-sdk/signing';

const finauth = createFinAuth();

try {
  const { biz_token } = await finauth.getBizToken({ liveness_id: process.env.FINAUTH_LIVENESS_ID ?? 'your-scene' });
  console.log(biz_token);
} catch (error) {
  if (!(error instanceof FinAuthError)) throw error;
  console.error(error.code, `attempts: ${error.attempts}`, error.retryable ? 'try again later' : 'do not retry');
  console.error(error.docsUrl); // causes, and what to do
  if (error instanceof FinAuthApiError) console.error(error.status, error.detail, error.remedy, error.requestId);
}
