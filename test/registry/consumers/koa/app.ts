import { createFinAuth, FinAuthApiError } from '@finauth-sdk/signing';
import Koa from 'koa';
import type { AddressInfo } from 'node:net';

const finauth = createFinAuth();
const app = new Koa();

app.use(async (context, next) => {
  try {
    await next();
  } catch (error) {
    context.status = 502;
    context.body = { error: error instanceof FinAuthApiError ? error.code : 'unknown' };
  }
});
app.use(async (context) => {
  const uuid = String(context.query['uuid']);
  const { biz_token } = await finauth.getBizToken({ liveness_id: 'scene', uuid });
  context.body = { biz_token };
});

const server = app.listen(0, '127.0.0.1', async () => {
  const { port } = server.address() as AddressInfo;
  const query = new URLSearchParams({ uuid: process.env['CONSUMER']! });
  const response = await fetch(`http://127.0.0.1:${port}/token?${query}`, { method: 'POST' });
  const { biz_token } = (await response.json()) as { biz_token: string };
  console.log(biz_token);
  server.close();
});
