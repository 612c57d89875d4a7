// npm install @finauth-sdk/signing @finauth-sdk/server @hono/node-server fastify prom-client
import { createMetrics, createTokenHandler, prometheusMeter } from '@finauth-sdk/server';
import { createFinAuth } from '@finauth-sdk/signing';
import { getRequestListener } from '@hono/node-server';
import fastify from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import prometheus from 'prom-client';
import { authorize } from './customer.js';

const app = fastify({ logger: true });
const finauth = createFinAuth({
  maxConcurrency: 10,
  retry: { totalTimeoutMs: 15_000 },
  ...createMetrics(prometheusMeter(prometheus)),
});
let isEnding = false;

const handler = createTokenHandler({ finauth, authorize, onError: (error) => app.log.error(error, 'no token') });
const token = getRequestListener(handler, { overrideGlobalObjects: false });
app.post('/token', (request, reply) => {
  reply.hijack();
  return token(request.raw, reply.raw);
});

app.get('/readyz', async (_request, reply) => {
  const { ok, checks } = await finauth.check({ timeoutMs: 1_000 });
  if (!ok) app.log.warn({ checks }, 'not ready');
  return reply.status(ok && !isEnding ? 200 : 503).send();
});

app.get('/metrics', async (_request, reply) => {
  return reply.type(prometheus.register.contentType).send(await prometheus.register.metrics());
});

process.once('SIGTERM', async () => {
  // 1. The probe fails. The load balancer takes a moment to notice, and until then sends requests, which are answered.
  isEnding = true;
  await sleep(Number(process.env.DRAIN_MS ?? 5_000));
  // 2. No new requests. Those that are here are answered.
  await app.close();
  // 3. The client, for what is still under way. Then what it uses: a shared limit, a store, Redis.
  await finauth.close();
});

// Does not start without what it needs. It does start without FinAuth.
await finauth.check({ offline: true });
await app.listen({ host: '0.0.0.0', port: Number(process.env.PORT ?? 3000) });
