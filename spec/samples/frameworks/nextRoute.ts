import { authorize } from '@/customer';
import { createTokenHandler } from '@finauth-sdk/server';
import { createFinAuth } from '@finauth-sdk/signing';

// `next build` loads this module without credentials, which is fine: the environment is read when a call is made.
export const POST = createTokenHandler({ finauth: createFinAuth(), authorize });
