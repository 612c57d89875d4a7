import { createFinAuth, FinAuthApiError } from '@finauth-sdk/signing';
import express, { type ErrorRequestHandler } from 'express';
import type { AddressInfo } from 'node:net';

const finauth = createFinAuth();
const app = express();
app.use(express.json());

// oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 hands a rejection on to the error handler.
app.post('/token', async (request, response) => {
  const { uuid } = request.body as { uuid: string };
  const { biz_token } = await finauth.getBizToken({ liveness_id: 'scene', uuid });
  response.json({ biz_token });
});

const refuse: ErrorRequestHandler = (error, _request, response, _next) => {
  response.status(502).json({ error: error instanceof FinAuthApiError ? error.code : 'unknown' });
};
app.use(refuse);

const server = app.listen(0, '127.0.0.1', async () => {
  const { port } = server.address() as AddressInfo;
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ uuid: process.env['CONSUMER'] });
  const response = await fetch(`http://127.0.0.1:${port}/token`, { method: 'POST', headers, body });
  const { biz_token } = (await response.json()) as { biz_token: string };
  console.log(biz_token);
  server.close();
});
