// npm install @finauth-sdk/signing @finauth-sdk/server @hono/node-server hono
import { createTokenHandler } from '@finauth-sdk/server';
import { createFinAuth } from '@finauth-sdk/signing';
import { getRequestListener } from '@hono/node-server';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';

const finauth = createFinAuth({ maxConcurrency: 10, retry: { totalTimeoutMs: 15_000 } });

const token = createTokenHandler({
  finauth,
  authorize: (request) => {
    const customer = signedInCustomer(request);
    if (customer === undefined) return new Response('Sign in first.', { status: 401 });
    return { liveness_id: process.env.FINAUTH_LIVENESS_ID ?? 'your-scene', uuid: opaque(customer) };
  },
  onToken: ({ requestId }) => console.info('token minted', requestId),
  onError: (error) => console.error('no token', error),
});

/** Yours to write: the customer comes from your own session, never from what the phone says. */
function signedInCustomer({ headers }: Request): string | undefined {
  return headers.get('authorization') === 'Bearer an-example-session' ? 'customer-0042' : undefined;
}

/** Always the same for the same customer, and meaningless without the key. */
function opaque(customer: string): string {
  const key = process.env.UUID_KEY;
  if (!key) throw new Error('Set UUID_KEY to a secret of your own');
  return createHmac('sha256', key).update(customer).digest('base64url');
}

const server = createServer(getRequestListener(token));
server.listen(Number(process.env.PORT ?? 3000), () => console.log('listening on', server.address()));
