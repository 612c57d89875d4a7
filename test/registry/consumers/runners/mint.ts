import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, FinAuthApiError } from '@finauth-sdk/signing';

/** As mint.mjs, in TypeScript. */
async function mint(): Promise<string> {
  const { biz_token } = await createFinAuth().getBizToken({ liveness_id: 'scene', uuid: process.env['CONSUMER']! });
  const sandbox = await startSandbox({ permitted: false });
  const error: unknown = await createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials })
    .getBizToken({ liveness_id: 'scene' })
    .catch((reason: unknown) => reason);
  await sandbox.close();
  if (!(error instanceof FinAuthApiError)) throw new Error(`Not an API error: ${String(error)}`);
  return biz_token;
}

void mint().then((token) => console.log(token));
