import { exampleInputs } from '@finauth-sdk/client/examples';
import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, outcomeOf } from '@finauth-sdk/signing';
import type { Target } from './target.ts';

/** The way that a user goes: a token, the phone, the verdict; once as who is expected, and once as somebody else. */
export async function showVerdict({ input }: Target): Promise<string> {
  const sandbox = await startSandbox();
  const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });
  const { biz_token: _example, ...compared } = exampleInputs.verify;
  try {
    const rows: string[] = [];
    for (const outcome of ['SUCCESS', 'PASS_LIVING_NOT_THE_SAME'] as const) {
      const { biz_token } = await finauth.getBizToken(input);
      const { code } = sandbox.phone.complete(biz_token, { outcome });
      const { passed, meaning } = outcomeOf(await finauth.verify({ ...compared, biz_token }));
      rows.push(`  token  →  phone ends with ${code}  →  ${passed ? 'passed' : 'not passed'}: ${meaning}`);
    }
    return `From the token to the verdict, in the sandbox (a preview)

${rows.join('\n')}
`;
  } finally {
    await sandbox.close();
  }
}
