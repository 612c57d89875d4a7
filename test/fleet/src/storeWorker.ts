import { sharedStore } from '@finauth-sdk/fleet';
import { createTokenHandler, memoryStore } from '@finauth-sdk/server';
import { createFinAuth } from '@finauth-sdk/signing';
import { getRequestListener } from '@hono/node-server';
import { Redis } from 'ioredis';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface StoreWorkerOptions {
  readonly redis: string;
  readonly sandbox: string;
  readonly credentials: { readonly apiKey: string; readonly apiSecret: string };
  readonly tokens: number;
}

// One server of several, as a bank has them. Who the user is stands in a header, for the test.
const { redis, sandbox, credentials, tokens } = JSON.parse(process.argv[2]!) as StoreWorkerOptions;
const client = new Redis(redis);
client.on('error', () => {});
/** Calls are under way, and none is sent, until the test has set this key: by then, all have asked that are to ask at once. */
const opened = async () => {
  while ((await client.exists('open')) === 0) await sleep(20);
  return credentials;
};
const store = sharedStore({ client, key: 'bank', local: memoryStore(), leaseMs: 2_000, timeoutMs: 30_000 });
const handler = createTokenHandler({
  finauth: createFinAuth({ baseUrl: sandbox, credentials: opened, timeoutMs: 60_000, retry: false }),
  store,
  limit: { tokens, windowMs: 600_000 },
  onError: () => {},
  authorize: ({ headers }) => ({ liveness_id: 'scene', uuid: headers.get('x-user')! }),
});
const server = createServer(getRequestListener(handler)).listen(0, '127.0.0.1', () =>
  process.send!((server.address() as AddressInfo).port),
);
process.on('disconnect', () => process.exit());
