import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OutcomeName } from '../generated/outcomes.ts';
import type { Phone } from '../state/phone.ts';

/** Where the phone is played by programs that are not in this process. */
export const PHONE_PATH = '/_sandbox/phone';

const MOST_BYTES = 16 * 1024;

/** `POST /_sandbox/phone` with `{ "biz_token": "…", "outcome": "…" }`, or with `"started": true` for a phone that has only begun. Answers with what the phone's SDK reports. */
export async function servePhone(phone: Phone, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = (status: number, body: object): void =>
    void response
      .writeHead(status, {
        'Content-Type': 'application/json',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
        Connection: 'close',
      })
      .end(JSON.stringify(body));
  const given = await readObject(request);
  if (given === undefined)
    return answer(400, { message: 'Send a JSON object with biz_token, and with outcome if the person should not pass.' });
  const { biz_token: token, outcome, started } = given;
  if (typeof token !== 'string') return answer(400, { message: 'biz_token must be the token that the app received.' });
  try {
    if (started === true) {
      phone.start(token);
      return answer(200, {});
    }
    answer(200, phone.complete(token, outcome === undefined ? {} : { outcome: outcome as OutcomeName }));
  } catch (error) {
    answer(error instanceof TypeError ? 400 : 409, { message: (error as Error).message });
  }
}

async function readObject(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Not to be destroyed with it: there is still an answer to give.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
