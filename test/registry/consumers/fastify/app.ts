import { createFinAuth, FinAuthApiError } from '@finauth-sdk/signing';
import fastify from 'fastify';

const finauth = createFinAuth();
const app = fastify();

app.post<{ Body: { uuid: string } }>('/token', async ({ body: { uuid } }) => {
  const { biz_token } = await finauth.getBizToken({ liveness_id: 'scene', uuid });
  return { biz_token };
});

app.setErrorHandler((error, _request, reply) => {
  void reply.status(502).send({ error: error instanceof FinAuthApiError ? error.code : 'unknown' });
});

// Before it takes calls: nothing is sent, and what is missing is told now.
app.addHook('onReady', () => finauth.check());

const url = await app.listen({ port: 0, host: '127.0.0.1' });
const headers = { 'content-type': 'application/json' };
const response = await fetch(`${url}/token`, { method: 'POST', headers, body: JSON.stringify({ uuid: process.env['CONSUMER'] }) });
const { biz_token } = (await response.json()) as { biz_token: string };
console.log(biz_token);
await app.close();
