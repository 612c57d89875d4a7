// npm install --save-dev @finauth-sdk/client
import { exampleAnswers } from '@finauth-sdk/client/examples';
import { createFinAuth, FinAuthTimeoutError } from '@finauth-sdk/signing';
import { afterEach, expect, test, vi } from 'vitest';

// In your code, import it from your own module.
const finauth = createFinAuth({ region: 'sgp', credentials: { apiKey: 'any-key', apiSecret: 'any-secret' } });
async function startCheck(uuid: string): Promise<string> {
  try {
    return (await finauth.getBizToken({ liveness_id: 'your-scene', uuid })).biz_token;
  } catch {
    return 'try again later';
  }
}

afterEach(() => vi.restoreAllMocks());

test('a token reaches the phone', async () => {
  const answer = exampleAnswers.getBizToken;
  const stub = vi.spyOn(finauth, 'getBizToken').mockResolvedValue(answer);
  expect(await startCheck('user-0042')).toBe(answer.biz_token);
  expect(stub).toHaveBeenCalledWith({ liveness_id: 'your-scene', uuid: 'user-0042' });
});

test('a failure does not', async () => {
  vi.spyOn(finauth, 'getBizToken').mockRejectedValue(new FinAuthTimeoutError('No answer in time.'));
  expect(await startCheck('user-0042')).toBe('try again later');
});
