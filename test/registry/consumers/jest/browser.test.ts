/** @jest-environment jsdom */
import { createFinAuth, FinAuthConfigError } from '@finauth-sdk/signing';

test('jsdom counts as a browser', () => {
  expect(() => createFinAuth()).toThrow(FinAuthConfigError);
  expect(() => createFinAuth()).toThrow('dangerouslyAllowBrowser');
});

test('a client can be stubbed there', async () => {
  const finauth = createFinAuth({ dangerouslyAllowBrowser: true });
  jest.spyOn(finauth, 'getBizToken').mockResolvedValue({ biz_token: 'stub', request_id: 'r', time_used: 1 });
  expect((await finauth.getBizToken({ liveness_id: 'scene' })).biz_token).toBe('stub');
});
