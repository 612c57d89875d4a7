import { createTokenHandler } from '@finauth-sdk/server';
import { createFinAuth } from '@finauth-sdk/signing';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { authorize } from './customer.js';

const finauth = createFinAuth({ retry: { totalTimeoutMs: 15_000 } });
const token = createTokenHandler({ finauth, authorize });

const app = new Hono();
app.post('/token', ({ req }) => token(req.raw));
app.get('/readyz', async (context) => {
  const { ok } = await finauth.check({ timeoutMs: 1_000 });
  return context.body(null, ok ? 200 : 503);
});

const server = serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
process.once('SIGTERM', () => server.close(() => void finauth.close()));
