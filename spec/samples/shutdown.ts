import { createFinAuth } from '@finauth-sdk/signing';
import { nodeTransport } from '@finauth-sdk/signing/node';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const transport = nodeTransport();
const finauth = createFinAuth({ transport, userAgent: 'my-bank/1.2' });
const graceMs = Number(process.env.GRACE_MS ?? 10_000);

const server = createServer(async (_request, response) => {
  try {
    const { biz_token } = await finauth.getBizToken({ liveness_id: 'your-scene' });
    response.end(JSON.stringify({ biz_token }));
  } catch (error) {
    console.error('no token', error);
    response.writeHead(503).end();
  }
});
server.listen(Number(process.env.PORT ?? 3000), () => console.log('listening on', server.address()));

process.once('SIGTERM', async () => {
  // 1. No new requests. Those in progress continue, and may still call FinAuth.
  const answered = once(server.close(), 'close');
  await Promise.race([answered, sleep(graceMs, undefined, { ref: false })]);
  // 2. Calls that have not ended by now get another moment, then end with a FinAuthClosedError.
  await finauth.close({ timeoutMs: 500 });
  // 3. The connections, last. The process then exits by itself.
  await transport.close();
  console.log('closed');
});
