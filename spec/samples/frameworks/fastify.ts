// npm install @finauth-sdk/signing @finauth-sdk/server @hono/node-server fastify prom-client
import { createMetrics, createTokenHandler, createVerifyHandler, type Decided, memoryStore, prometheusMeter } from '@finauth-sdk/server';
import { createFinAuth } from '@finauth-sdk/signing';
import { getRequestListener } from '@hono/node-server';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import prometheus from 'prom-client';
import { authorize } from './customer.js';
import { expected } from './expected.js';

const app = fastify({ logger: true });
const finauth = createFinAuth({
  maxConcurrency: 10,
  retry: { totalTimeoutMs: 15_000 },
  ...createMetrics(prometheusMeter(prometheus)),
});
let isEnding = false;

// Both have one store: by it, a token is known as that user's.
const shared = { finauth, store: memoryStore(), onError: (error: unknown) => app.log.error(error, 'no answer for the phone') };

app.post('/token', by(createTokenHandler({ ...shared, authorize })));
app.post('/verify', by(createVerifyHandler({ ...shared, authorize: expected, onDecision })));

/** Yours to write: keep it with the user, and act on what stands there, not on what the app says. */
async function onDecision({ uuid, outcome: { passed, kind }, requestId }: Decided): Promise<void> {
  app.log.info({ uuid, passed, kind, requestId }, 'decided');
}

/** A handler as Fastify calls one. */
function by(handler: (request: Request) => Promise<Response>) {
  const listener = getRequestListener(handler, { overrideGlobalObjects: false });
  return (request: FastifyRequest, reply: FastifyReply) => {
    reply.hijack();
    return listener(request.raw, reply.raw);
  };
}

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
