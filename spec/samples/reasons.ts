import { createFinAuth, FinAuthApiError } from '@finauth-sdk/signing';

const finauth = createFinAuth();

try {
  const { biz_token } = await finauth.getBizToken({ liveness_id: process.env.FINAUTH_LIVENESS_ID ?? 'your-scene' });
  console.log(biz_token);
} catch (error) {
  if (!(error instanceof FinAuthApiError)) throw error;
  switch (error.detail) {
    case 'LIMIT_REACHED':
      console.error('The test key has no calls left.');
      break;
    case 'API_KEY_BE_DISCONTINUED':
    case 'DENIED':
      console.error('Ask FinAuth about this key.', error.requestId);
      break;
    default: // all other reasons, also those that FinAuth has not listed yet
      console.error(error.code, error.detail, error.remedy, error.requestId);
  }
}
