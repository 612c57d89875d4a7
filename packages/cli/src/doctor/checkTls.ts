import { connect, type TLSSocket } from 'node:tls';
import { deadline } from '../proxy/deadline.ts';
import { endOf } from '../proxy/endOf.ts';
import { openTunnel } from '../proxy/openTunnel.ts';
import { failed, type Outcome, passed, skipped, warned } from './check.ts';
import type { Findings } from './findings.ts';
import { isUntrusted, networkRemedy } from '../proxy/networkRemedy.ts';

const SOON_DAYS = 7;
const DAY_MS = 86_400_000;

/** Whether an encrypted connection stands, to a host that is who it says. */
export async function checkTls(findings: Findings): Promise<Outcome> {
  const { url, reachable, env } = findings;
  if (url === undefined || !reachable) return skipped('the host cannot be reached');
  if (url.protocol === 'http:') {
    return isLoopback(url.hostname)
      ? skipped('not needed for plain HTTP on this machine')
      : warned(
          'plain HTTP, which anyone on the network can read',
          'Use https: FinAuth supports only HTTPS in production, and anyone who reads a signature can use it.',
        );
  }
  try {
    const { protocol, validTo, issuer, refusal } = await handshake(url, findings);
    if (env.NODE_TLS_REJECT_UNAUTHORIZED === '0')
      return warned(
        `${protocol}, and NODE_TLS_REJECT_UNAUTHORIZED=0 turns certificate checks off`,
        'Unset it: anyone on the network can read signatures and tokens. For a proxy that inspects TLS, set NODE_EXTRA_CA_CERTS to a file with its CA certificates.',
      );
    if (refusal !== undefined) {
      findings.reachable = false;
      return failed(
        `no secure connection (${refusal})${isUntrusted(refusal) ? `: the certificate is issued by ${issuer}` : ''}`,
        networkRemedy(refusal, env),
      );
    }
    const days = Math.floor((Date.parse(validTo) - Date.now()) / DAY_MS);
    if (days < SOON_DAYS)
      return warned(
        `${protocol}; the certificate expires in ${days} days`,
        "Nothing to do, unless the host is yours. Check this machine's date.",
      );
    return passed(
      `${protocol}, with a certificate this machine trusts, until ${new Date(validTo).toISOString().slice(0, 10)}, issued by ${issuer}`,
    );
  } catch (error) {
    findings.reachable = false;
    const { code = 'no answer' } = error as NodeJS.ErrnoException;
    return failed(`no secure connection (${code})`, networkRemedy(code, env));
  }
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

interface Handshake {
  readonly protocol: string;
  readonly validTo: string;
  /** Who issued the certificate, by its own words. */
  readonly issuer: string;
  /** Why the certificate would be refused. */
  readonly refusal: string | undefined;
}

async function handshake(url: URL, { proxy, timeoutMs }: Findings): Promise<Handshake> {
  const tunnel = proxy && (await openTunnel(proxy.url, url, timeoutMs));
  return await new Promise((resolve, reject) => {
    // An untrusted certificate is looked at too, to say who issued it. Nothing is sent.
    const socket: TLSSocket = connect({ ...endOf(url), ...(tunnel && { socket: tunnel }), rejectUnauthorized: false });
    const late = deadline(timeoutMs, (error) => socket.destroy(error));
    socket.once('close', late.cancel);
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      const { valid_to: validTo, issuer } = socket.getPeerCertificate();
      resolve({
        protocol: socket.getProtocol() ?? 'TLS',
        validTo,
        issuer: String(issuer?.CN ?? issuer?.O ?? 'an unnamed issuer'),
        refusal: socket.authorized ? undefined : refusalOf(socket.authorizationError),
      });
      socket.destroy();
    });
  });
}

/** Node has the code of a wrong certificate, and an error for a wrong name. */
function refusalOf(error: Error | string | null | undefined): string | undefined {
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : (error ?? undefined);
}
