import { type IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { deadline } from '../proxy/deadline.ts';
import { endOf } from '../proxy/endOf.ts';
import { openTunnel, proxyLogin, tunnels } from '../proxy/openTunnel.ts';
import { failed, type Outcome, passed, skipped, warned } from './check.ts';
import type { Findings } from './findings.ts';
import { networkRemedy } from '../proxy/networkRemedy.ts';

/** Whether an HTTP server answers. What it answers to a GET does not matter, as long as it is no gateway's complaint. */
export async function checkHttp(findings: Findings): Promise<Outcome> {
  const { url, reachable, env } = findings;
  if (url === undefined || !reachable) return skipped('there is no connection to the host');
  const start = Date.now();
  try {
    const { statusCode = 0, headers } = await get(url, findings);
    const end = Date.now();
    const date = Date.parse(headers.date ?? '');
    // The answer is from the middle of the way there and back, and its date is cut to the second.
    if (!Number.isNaN(date)) findings.clockOffsetMs = date + 500 - (start + end) / 2;
    const says = `it answered ${statusCode} in ${end - start} ms`;
    if (statusCode >= 300 && statusCode < 400)
      return warned(
        says,
        'Signed requests never follow a redirect: check the base URL, and whether a login page or a proxy is in front of it.',
      );
    if (statusCode === 407)
      return failed(
        says,
        'A proxy requires a login. Put it into the URL in HTTPS_PROXY, http://user:password@host:port. If no variable names the proxy, have this machine exempted from the login.',
      );
    if (statusCode >= 500) return warned(says, 'The server, or a gateway in front of it, has a temporary problem: try again later.');
    return passed(says);
  } catch (error) {
    findings.reachable = false;
    const { code = 'no answer' } = error as NodeJS.ErrnoException;
    return failed(`no HTTP answer (${code})`, networkRemedy(code, env));
  }
}

async function get(url: URL, findings: Findings): Promise<IncomingMessage> {
  const way = await wayTo(url, findings);
  return await new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, way);
    const late = deadline(findings.timeoutMs, (error) => request.destroy(error));
    request.once('close', late.cancel);
    request.once('error', reject);
    request.once('response', (response) => {
      late.cancel();
      // Status and headers are all that is looked at.
      request.on('error', () => {});
      response.destroy();
      resolve(response);
    });
    request.end();
  });
}

/** How a request gets there: directly, through a tunnel of the proxy's, or, for plain HTTP, by asking the proxy. */
async function wayTo(url: URL, { proxy, timeoutMs }: Findings): Promise<RequestOptions> {
  const headers = { host: url.host, connection: 'close' };
  if (proxy === undefined) return { headers, agent: false };
  if (tunnels(url)) {
    const tunnel = await openTunnel(proxy.url, url, timeoutMs);
    return { headers, createConnection: () => (url.protocol === 'https:' ? connectTls({ ...endOf(url), socket: tunnel }) : tunnel) };
  }
  const { host, port } = endOf(proxy.url);
  const createConnection = (): Socket => (proxy.url.protocol === 'https:' ? connectTls(endOf(proxy.url)) : connect(port, host));
  return { headers: { ...headers, ...proxyLogin(proxy.url) }, path: url.href, createConnection };
}
