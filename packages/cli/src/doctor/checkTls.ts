import { connect, type TLSSocket } from 'node:tls';
import { isIP } from 'node:net';
import { failed, type Outcome, passed, skipped, warned } from './check.ts';
import type { Findings } from './diagnose.ts';
import { networkRemedy } from './networkRemedy.ts';

const SOON_DAYS = 7;
const DAY_MS = 86_400_000;

/** Whether an encrypted connection stands, to a host that is who it says. */
export async function checkTls(findings: Findings): Promise<Outcome> {
  const { url, reachable, timeoutMs, env } = findings;
  if (url === undefined || !reachable) return skipped('the host is not reachable by name');
  if (url.protocol === 'http:') {
    return isLoopback(url.hostname)
      ? skipped('plain HTTP within this machine needs none')
      : warned(
          'plain HTTP, which anyone on the way can read',
          'Use https: FinAuth supports only HTTPS in production, and anyone who reads a signature on the way can use it.',
        );
  }
  try {
    const { protocol, validTo } = await handshake(url, timeoutMs);
    const days = Math.floor((Date.parse(validTo) - Date.now()) / DAY_MS);
    if (days < SOON_DAYS)
      return warned(
        `${protocol}; the certificate ends in ${days} days`,
        "Nothing to do for a caller, unless the host is yours. Compare this machine's date with the real one.",
      );
    return passed(`${protocol}, with a certificate this machine trusts, until ${new Date(validTo).toISOString().slice(0, 10)}`);
  } catch (error) {
    findings.reachable = false;
    const { code = 'no answer' } = error as NodeJS.ErrnoException;
    return failed(`no secure connection (${code})`, networkRemedy(code, env));
  }
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

function handshake(url: URL, timeoutMs: number): Promise<{ protocol: string; validTo: string }> {
  return new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const socket: TLSSocket = connect({ host, port: Number(url.port || 443), ...(isIP(host) === 0 && { servername: host }) });
    socket.setTimeout(timeoutMs, () => socket.destroy(Object.assign(new Error('It took too long'), { code: 'ETIMEDOUT' })));
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      resolve({ protocol: socket.getProtocol() ?? 'TLS', validTo: socket.getPeerCertificate().valid_to });
      socket.destroy();
    });
  });
}
