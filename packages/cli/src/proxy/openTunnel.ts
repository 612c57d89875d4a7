import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { deadline } from './deadline.ts';
import { endOf } from './endOf.ts';

/** A proxy's refusal to make a tunnel. */
export class TunnelRefusal extends Error {
  readonly code: string;
  readonly status: number;
  /** The kinds of login that it takes, in lower case: `basic`, `ntlm`. */
  readonly logins: readonly string[];

  constructor(status: number, authenticate: string) {
    super(`the proxy answered ${status} to CONNECT`);
    this.code = `${status} to CONNECT`;
    this.status = status;
    this.logins = [...authenticate.matchAll(/(?:^|,)\s*([a-z]+)(?=\s|,|$)/gi)].map(([, scheme]) => scheme!.toLowerCase());
  }
}

/**
 * A connection to a URL's host, through a proxy.
 *
 * @throws {TunnelRefusal} if the proxy answers anything but 200; else what the network says.
 */
export function openTunnel(proxy: URL, url: URL, timeoutMs: number): Promise<Socket> {
  const authority = `${url.hostname}:${url.port || (url.protocol === 'https:' ? 443 : 80)}`;
  return new Promise((resolve, reject) => {
    const request = (proxy.protocol === 'https:' ? httpsRequest : httpRequest)({
      ...endOf(proxy),
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...proxyLogin(proxy) },
      agent: false,
    });
    const late = deadline(timeoutMs, (error) => request.destroy(error));
    request.once('close', late.cancel);
    request.once('error', reject);
    request.once('connect', ({ statusCode = 0, headers }, socket: Socket) => {
      late.cancel();
      if (statusCode === 200) return resolve(socket);
      socket.on('error', () => {}).destroy();
      reject(new TunnelRefusal(statusCode, headers['proxy-authenticate'] ?? ''));
    });
    request.end();
  });
}

/** Whether Node's fetch reaches a URL through a tunnel. For plain HTTP it asks the proxy for the whole URL from undici 8 on. */
export function tunnels({ protocol }: URL): boolean {
  return protocol === 'https:' || Number.parseInt(process.versions.undici ?? '', 10) < 8;
}

/** The header by which a proxy is told the login in its URL. */
export function proxyLogin({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` };
}
