import { createFinAuth } from '@finauth-sdk/signing';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';

const finauth = createFinAuth();
const app = new Hono();

app.post('/token', async (context) => {
  const { uuid } = await context.req.json<{ uuid: string }>();
  const { biz_token } = await finauth.getBizToken({ liveness_id: 'scene', uuid });
  return context.json({ biz_token });
});

const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
server.once('listening', async () => {
  const { port } = server.address() as AddressInfo;
  const body = JSON.stringify({ uuid: process.env['CONSUMER'] });
  const response = await fetch(`http://127.0.0.1:${port}/token`, { method: 'POST', body });
  const { biz_token } = (await response.json()) as { biz_token: string };
  console.log(biz_token);
  server.close();
});
