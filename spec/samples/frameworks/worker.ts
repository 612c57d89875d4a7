import { createTokenHandler, memoryStore } from '@finauth-sdk/server';
import { createFinAuth } from '@finauth-sdk/signing';
import { authorize } from './customer.js';

const token = createTokenHandler({
  finauth: createFinAuth({ retry: { totalTimeoutMs: 15_000 } }),
  authorize,
  // A request of a Worker must not wait for what another one has begun. The count is that of one isolate: count users in a Durable Object, too.
  store: memoryStore({ shareCalls: false }),
});

export default {
  async fetch(request: Request): Promise<Response> {
    return new URL(request.url).pathname === '/token' ? await token(request) : new Response('Not found.', { status: 404 });
  },
};
