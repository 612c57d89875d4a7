import { createTokenHandler } from '@finauth-sdk/server';
import { createFinAuth } from '@finauth-sdk/signing';
import { getRequestListener } from '@hono/node-server';
import express from 'express';
import { authorize } from './customer.js';

const finauth = createFinAuth({ retry: { totalTimeoutMs: 15_000 } });
const token = createTokenHandler({ finauth, authorize });

const app = express();
app.post('/token', getRequestListener(token, { overrideGlobalObjects: false }));
app.get('/readyz', async (_request, response) => {
  const { ok } = await finauth.check({ timeoutMs: 1_000 });
  response.sendStatus(ok ? 200 : 503);
});

const server = app.listen(Number(process.env.PORT ?? 3000));
process.once('SIGTERM', () => server.close(() => void finauth.close()));
