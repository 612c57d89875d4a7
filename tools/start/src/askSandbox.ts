import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, FinAuthApiError } from '@finauth-sdk/signing';
import type { Target } from './target.ts';

/** What Prism cannot do: the sandbox judges the same call, once with a valid signature and once with a secret that is one letter off. */
export async function askSandbox({ input }: Target): Promise<string> {
  const sandbox = await startSandbox();
  const call = (apiSecret: string) =>
    createFinAuth({ baseUrl: sandbox.url, credentials: { ...sandbox.credentials, apiSecret } }).getBizToken(input);
  try {
    const { biz_token } = await call(sandbox.credentials.apiSecret);
    const refusal = await call(`${sandbox.credentials.apiSecret}s`).catch((error: unknown) => error);
    if (!(refusal instanceof FinAuthApiError)) throw new Error('The sandbox did not refuse a tampered signature.');
    return `The same call, checked by the sandbox at ${sandbox.url}

  valid signature     ${biz_token}
  tampered signature  ${refusal.status} ${refusal.code}: ${refusal.detail}
                      ${sandbox.requests.at(-1)!.why.message}
`;
  } finally {
    await sandbox.close();
  }
}
