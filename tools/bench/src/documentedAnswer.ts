import type { Operations } from '@finauth-sdk/client';
import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth } from '@finauth-sdk/signing';

/** An answer as FinAuth gives it: the sandbox's, which is made from the spec. */
export async function documentedAnswer(): Promise<Operations['getBizToken']['answer']> {
  const sandbox = await startSandbox();
  try {
    const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });
    return await finauth.getBizToken({ liveness_id: 'your-scene' });
  } finally {
    await sandbox.close();
  }
}
