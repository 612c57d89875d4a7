// What an integrator writes from FinAuth's page. Here, and in the other files of this folder but ours, the API's names are typed by hand, because that is how
// it is done without an SDK; the test that has each contender mint a token tells when they are no longer right.
import { createHmac, randomInt } from 'node:crypto';

export const PATH = '/finauth/v5/sdk/get_biz_token';

/** A signature as one writes it: the HMAC of a raw string, and the two in Base64. */
export function signByHand(apiKey: string, apiSecret: string): string {
  const now = Math.floor(Date.now() / 1000);
  const raw = `a=${apiKey}&b=${now + 100}&c=${now}&d=${randomInt(1e10)}`;
  const digest = createHmac('sha1', apiSecret).update(raw).digest();
  return Buffer.concat([digest, Buffer.from(raw)]).toString('base64');
}

/** The body as one string, for those who know that text fields need no more. */
export function bodyByHand(fields: Record<string, string>): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--${BOUNDARY}--\r\n`;
}

const BOUNDARY = 'a-boundary-that-is-in-no-value';
export const bodyHeaders = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };

/** The token of a parsed answer. */
export function tokenOf(answer: unknown): string {
  const token = (answer as { biz_token?: unknown } | null)?.biz_token;
  if (typeof token !== 'string') throw new Error('The answer holds no token');
  return token;
}
