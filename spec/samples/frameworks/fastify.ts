// npm install @finauth-sdk/signing @finauth-sdk/server @hono/node-server fastify prom-client
import { createMetrics, createTokenHandler, createVerifyHandler, type Decided, memoryStore, prometheusMeter } from '@finauth-sdk/server';
import { createFinAuth, type FinAuth } from '@finauth-sdk/signing';
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

// A photo goes up and pictures come back, so a verdict takes longer than a token. The app itself waits 40 seconds.
const patient: Pick<FinAuth, 'verify'> = {
  verify: (input) => finauth.verify(input, { timeoutMs: 30_000, retry: { totalTimeoutMs: 35_000 } }),
};

// One store for both: it knows which user a token belongs to.
const shared = { finauth, store: memoryStore(), onError: (error: unknown) => app.log.error(error, 'no answer for the phone') };

app.post('/token', by(createTokenHandler({ ...shared, authorize })));
app.post('/verify', by(createVerifyHandler({ ...shared, finauth: patient, authorize: expected, onDecision })));

/** Yours to write: store the decision with the user, and act on that, not on what the app says. */
async function onDecision({ uuid, outcome: { passed, kind }, requestId }: Decided): Promise<void> {
  app.log.info({ uuid, passed, kind, requestId }, 'decided');
}

/** Adapts a handler to Fastify. */
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
  // 1. The probe fails. Until the load balancer notices, it keeps sending requests, and they are answered.
  isEnding = true;
  await sleep(Number(process.env.DRAIN_MS ?? 5_000));
  // 2. No new requests. Those in progress are answered.
  await app.close();
  // 3. The client, with its last calls. Then what it uses: a shared limit, a store, Redis.
  await finauth.close();
});

// Fails without valid settings and credentials. FinAuth itself may be unreachable.
await finauth.check({ offline: true });
await app.listen({ host: '0.0.0.0', port: Number(process.env.PORT ?? 3000) });
