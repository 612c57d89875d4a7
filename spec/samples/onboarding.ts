import { createFinAuth, FinAuthError, outcomeOf } from '@finauth-sdk/signing';
import { openAsBlob } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

const finauth = createFinAuth();
const liveness_id = process.env.FINAUTH_LIVENESS_ID ?? 'your-scene';
const verify_id = process.env.FINAUTH_VERIFY_ID ?? 'your-verify-scene';

/** What is stored about a check: no picture, no name, no number. Use a table that outlives this process. */
interface Check {
  readonly biz_token: string;
  readonly decision?: 'passed' | 'try again' | 'ask a person';
  readonly request_id?: string;
}
const checks = new Map<string, Check>();

const server = createServer(async (request, response) => {
  const user = signedInUser(request);
  if (user === undefined) return reply(response, 401, { error: 'Sign in first.' });
  try {
    if (request.url === '/start') return await start(user, response);
    if (request.url === '/done') return await decide(user, response);
    reply(response, 404, {});
  } catch (error) {
    console.error('no answer', error);
    reply(response, 503, { retryable: error instanceof FinAuthError && error.retryable });
  }
});

/** A photo goes up and pictures come back, so this takes longer than a token. The app itself waits 40 seconds. */
const forVerdict = { timeoutMs: 30_000, retry: { totalTimeoutMs: 35_000 } };

/** Before the check on the phone. */
async function start(user: string, response: ServerResponse): Promise<void> {
  const { biz_token } = await finauth.getBizToken({ liveness_id, uuid: user });
  checks.set(user, { biz_token });
  reply(response, 200, { biz_token });
}

/** After the phone has ended with code 1000. The token is the one minted for this user, whatever the app says. */
async function decide(user: string, response: ServerResponse): Promise<void> {
  const check = checks.get(user);
  if (check === undefined) return reply(response, 409, { decision: 'try again' });
  // A second request for the same token changes nothing.
  if (check.decision !== undefined) return reply(response, 200, { decision: check.decision });

  const image_ref1 = await photoOf(user);
  const answer = await finauth.verify({ biz_token: check.biz_token, verify_id, comparison_type: '0', image_ref1 }, forVerdict);
  const { passed, kind, tryAgain, tellUser } = outcomeOf(answer);
  const decision = passed ? 'passed' : tryAgain === 'never' ? 'ask a person' : 'try again';
  const request_id = answer.request_id ?? 'none';
  checks.set(user, { biz_token: check.biz_token, decision, request_id });
  console.info('decided', decision, kind, request_id);
  reply(response, 200, { decision, message: tellUser });
}

/** Yours to write: the photo from the user's document, from your own records. */
function photoOf(_user: string): Promise<Blob> {
  return openAsBlob(process.env.PHOTO ?? 'passport.jpg');
}

/** Yours to write: the user comes from your own session, never from what the phone says. */
function signedInUser({ headers }: IncomingMessage): string | undefined {
  return headers.authorization === 'Bearer an-example-session' ? 'user-0042' : undefined;
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body));
}

server.listen(Number(process.env.PORT ?? 3000), () => console.log('listening on', server.address()));
