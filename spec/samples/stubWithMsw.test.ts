// npm install --save-dev msw @finauth-sdk/client
import { exampleAnswers } from '@finauth-sdk/client/examples';
import { createFinAuth } from '@finauth-sdk/signing';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

// A host that does not exist: nothing can reach FinAuth by mistake.
const finauth = createFinAuth({
  baseUrl: 'https://finauth.test',
  credentials: { apiKey: 'any-key', apiSecret: 'any-secret' },
  retry: { baseDelayMs: 0 },
});

test('a temporary failure goes unnoticed', async () => {
  const token = exampleAnswers.getBizToken;
  server.use(
    http.post('*/get_biz_token', () => HttpResponse.json({ error: 'INTERNAL_ERROR' }, { status: 500 }), { once: true }),
    http.post('*/get_biz_token', () => HttpResponse.json(token)),
  );
  expect(await finauth.getBizToken({ liveness_id: 'your-scene' })).toEqual(token);
});

test('a permanent refusal is thrown', async () => {
  server.use(http.post('*/get_biz_token', () => HttpResponse.json({ error: 'AUTHORIZATION_ERROR: DENIED' }, { status: 403 })));
  const call = finauth.getBizToken({ liveness_id: 'your-scene' });
  await expect(call).rejects.toMatchObject({ code: 'AUTHORIZATION_ERROR', detail: 'DENIED', attempts: 1 });
});
