import { type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { failed, type Outcome, passed, skipped, warned } from './check.ts';
import type { Findings } from './diagnose.ts';
import { networkRemedy } from './networkRemedy.ts';

/** Whether an HTTP server answers. What it answers to a GET does not matter, as long as it is no gateway's complaint. */
export async function checkHttp(findings: Findings): Promise<Outcome> {
  const { url, reachable, timeoutMs, env } = findings;
  if (url === undefined || !reachable) return skipped('there is no connection to the host');
  const start = Date.now();
  try {
    const { statusCode = 0, headers } = await get(url, timeoutMs);
    const end = Date.now();
    const date = Date.parse(headers.date ?? '');
    // The answer is from the middle of the way there and back, and its date is cut to the second.
    if (!Number.isNaN(date)) findings.clockOffsetMs = date + 500 - (start + end) / 2;
    const says = `it answered ${statusCode} in ${end - start} ms`;
    if (statusCode >= 300 && statusCode < 400)
      return warned(
        says,
        'A redirect is never followed with a signed request: check the base URL, and whether a login page or proxy stands before it.',
      );
    if (statusCode === 407) return failed(says, 'A proxy wants a login: let this machine out to the host without it.');
    if (statusCode >= 500) return warned(says, 'The server, or a gateway before it, has a problem at the moment: ask again later.');
    return passed(says);
  } catch (error) {
    findings.reachable = false;
    const { code = 'no answer' } = error as NodeJS.ErrnoException;
    return failed(`no HTTP answer (${code})`, networkRemedy(code, env));
  }
}

function get(url: URL, timeoutMs: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, { agent: false, headers: { connection: 'close' } });
    const tooLate = setTimeout(() => request.destroy(Object.assign(new Error('It took too long'), { code: 'ETIMEDOUT' })), timeoutMs);
    request.once('response', (response) => {
      clearTimeout(tooLate);
      // Status and headers are all that is looked at.
      request.on('error', () => {});
      response.destroy();
      resolve(response);
    });
    request.once('error', (error) => {
      clearTimeout(tooLate);
      reject(error);
    });
    request.end();
  });
}
