import { createTokenHandler, memoryStore } from '@finauth-sdk/server';
import { createFinAuth } from '@finauth-sdk/signing';
import { authorize } from './customer.js';

const token = createTokenHandler({
  finauth: createFinAuth({ retry: { totalTimeoutMs: 15_000 } }),
  authorize,
  // A Worker's request must not wait for work that another one has started. The count covers one isolate: also count users in a Durable Object.
  store: memoryStore({ shareCalls: false }),
});

export default {
  async fetch(request: Request): Promise<Response> {
    return new URL(request.url).pathname === '/token' ? await token(request) : new Response('Not found.', { status: 404 });
  },
};
