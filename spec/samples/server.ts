import { createFinAuth, FinAuthError } from '@finauth-sdk/signing';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

const finauth = createFinAuth({ retry: { totalTimeoutMs: 15_000 } });
const liveness_id = process.env.FINAUTH_LIVENESS_ID ?? 'your-scene';

const server = createServer(async (request, response) => {
  const user = signedInUser(request);
  if (user === undefined) return reply(response, 401, { error: 'Sign in first.' });

  // If the phone disconnects while it waits, the token is no longer needed.
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  try {
    const { biz_token, request_id } = await finauth.getBizToken({ liveness_id, uuid: user }, { signal: gone.signal });
    console.info('token minted', request_id);
    reply(response, 200, { biz_token });
  } catch (error) {
    if (gone.signal.aborted) return;
    // The whole error for your log; for the phone, only whether a retry can help.
    console.error('no token', error);
    reply(response, 503, { retryable: error instanceof FinAuthError && error.retryable });
  }
});

/** Yours to write: the user comes from your own session, never from what the phone says. */
function signedInUser({ headers }: IncomingMessage): string | undefined {
  return headers.authorization === 'Bearer an-example-session' ? 'user-0042' : undefined;
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body));
}

server.listen(Number(process.env.PORT ?? 3000), () => console.log('listening on', server.address()));
