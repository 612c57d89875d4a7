/** @jest-environment jsdom */
import { createFinAuth, FinAuthConfigError } from '@finauth-sdk/signing';
import { nodeTransport } from '@finauth-sdk/signing/node';

test('jsdom counts as a browser', () => {
  expect(() => createFinAuth()).toThrow(FinAuthConfigError);
  expect(() => createFinAuth()).toThrow('dangerouslyAllowBrowser');
});

test('a client can be stubbed there', async () => {
  const finauth = createFinAuth({ dangerouslyAllowBrowser: true });
  jest.spyOn(finauth, 'getBizToken').mockResolvedValue({ biz_token: 'stub', request_id: 'r', time_used: 1 });
  expect((await finauth.getBizToken({ liveness_id: 'scene' })).biz_token).toBe('stub');
});

test('a real call goes over node:https, since there is no fetch', async () => {
  const transport = nodeTransport();
  const finauth = createFinAuth({ dangerouslyAllowBrowser: true, transport });
  const { biz_token } = await finauth.getBizToken({ liveness_id: 'scene', uuid: 'jsdom' });
  await transport.close();
  expect(biz_token).toMatch(/,/);
});
