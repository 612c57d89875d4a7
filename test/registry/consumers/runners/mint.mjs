import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, FinAuthApiError } from '@finauth-sdk/signing';

/** What a test does, by whatever it is run: a token, and a refusal by a sandbox of its own. */
export async function mint() {
  const { biz_token } = await createFinAuth().getBizToken({ liveness_id: 'scene', uuid: process.env.CONSUMER });
  const sandbox = await startSandbox({ permitted: false });
  const error = await createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials })
    .getBizToken({ liveness_id: 'scene' })
    .catch((reason) => reason);
  await sandbox.close();
  if (!(error instanceof FinAuthApiError)) throw new Error(`Not an API error: ${error}`);
  return biz_token;
}
