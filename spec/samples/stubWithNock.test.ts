// npm install --save-dev nock @finauth-sdk/client
import { exampleAnswers } from '@finauth-sdk/client/examples';
import { createFinAuth } from '@finauth-sdk/signing';
import nock from 'nock';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => nock.restore());

// A host that does not exist: nothing can reach FinAuth by mistake.
const baseUrl = 'https://finauth.test';
const finauth = createFinAuth({
  baseUrl,
  credentials: { apiKey: 'any-key', apiSecret: 'any-secret' },
  retry: { baseDelayMs: 0 },
});

test('a temporary failure goes unnoticed', async () => {
  const token = exampleAnswers.getBizToken;
  const path = /\/get_biz_token$/;
  const scope = nock(baseUrl).post(path).reply(500, { error: 'INTERNAL_ERROR' }).post(path).reply(200, token);
  expect(await finauth.getBizToken({ liveness_id: 'your-scene' })).toEqual(token);
  expect(scope.isDone()).toBe(true);
});

test('a call that nobody expects is refused', async () => {
  const call = finauth.getBizToken({ liveness_id: 'your-scene' }, { retry: false });
  await expect(call).rejects.toMatchObject({ name: 'FinAuthConnectionError' });
});
