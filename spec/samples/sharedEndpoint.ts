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
  // See the guide on the endpoint: by your own session, and with an ID that means nothing to others.
  authorize: ({ headers }) => ({ liveness_id: 'your-scene', uuid: headers.get('x-example-user') ?? 'nobody' }),
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
