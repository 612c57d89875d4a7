// npm install @finauth-sdk/signing @finauth-sdk/server @finauth-sdk/fleet ioredis @hono/node-server hono
import { sharedLimit, sharedStore } from '@finauth-sdk/fleet';
import { createTokenHandler, memoryStore } from '@finauth-sdk/server';
import { createFinAuth } from '@finauth-sdk/signing';
import { getRequestListener } from '@hono/node-server';
import { Redis } from 'ioredis';
import { once } from 'node:events';
import { createServer } from 'node:http';

const redis = new Redis(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379');
redis.on('error', (error) => console.error('redis', error.message));

const limit = sharedLimit({ client: redis, key: 'my-account', limit: 20, share: 2 });
const store = sharedStore({ client: redis, key: 'my-app', local: memoryStore() });
const finauth = createFinAuth({ maxConcurrency: limit });
const token = createTokenHandler({
  finauth,
  store,
  limit: { tokens: 2, windowMs: 600_000 },
  // This header stands for your own session, which knows the user: never take it from what the phone says.
  authorize: ({ headers }) => {
    const uuid = headers.get('x-example-user');
    return uuid === null ? new Response(null, { status: 401 }) : { liveness_id: 'your-scene', uuid };
  },
});

const server = createServer(getRequestListener(token, { overrideGlobalObjects: false }));
server.listen(Number(process.env.PORT ?? 3000), () => console.log('listening on', server.address()));

process.once('SIGTERM', async () => {
  await once(server.close(), 'close');
  await finauth.close();
  await limit.close();
  store.close();
  redis.disconnect();
});
