import { environmentProxy } from '@finauth-sdk/signing/node';
import { openTunnel, TunnelRefusal, tunnels } from '../proxy/openTunnel.ts';
import { unusedProxy } from '../proxy/proxyAdvice.ts';
import { failed, type Outcome, passed, warned } from './check.ts';
import type { Findings } from './findings.ts';
import { networkRemedy } from '../proxy/networkRemedy.ts';

/** Whether the environment names a proxy, whether a call will use it, and whether it lets us through. Undefined where it names none. */
export async function checkProxy(findings: Findings): Promise<Outcome | undefined> {
  const { url, env, timeoutMs } = findings;
  if (url === undefined) return undefined;
  const unused = unusedProxy(url, env);
  if (unused !== undefined) return warned(`${unused.variable} is set but not used: calls go directly to ${url.host}`, unused.remedy);
  const found = environmentProxy(url);
  if (found === undefined) return undefined;
  const { variable, uri, usable, exempt } = found;
  if (exempt) return passed(`NO_PROXY exempts ${url.hostname} from ${variable}: calls go directly`);

  if (!usable)
    return failed(
      `${variable} is not a proxy URL`,
      'Use http: or https:, host and port, such as http://proxy.example:3128. Percent-encode special characters in a user or password: @ is %40, : is %3A, % is %25.',
    );
  const proxy = new URL(uri);
  findings.proxy = { variable, url: proxy };
  const goes = `calls go through ${variable}, ${proxy.protocol}//${proxy.host}`;
  // Of plain HTTP the next check will tell.
  if (!tunnels(url)) return passed(goes);
  try {
    (await openTunnel(proxy, url, timeoutMs)).destroy();
    return passed(`${goes}, which opens a tunnel to ${url.host}`);
  } catch (error) {
    findings.blocked = true;
    if (error instanceof TunnelRefusal)
      return failed(`the proxy ${proxy.host} (${variable}) answered ${error.code}`, refusalRemedy(error, findings.proxy, url));
    const { code = 'no answer' } = error as NodeJS.ErrnoException;
    return failed(
      `no connection through the proxy ${proxy.host} (${variable}): ${code}`,
      code === 'ENOTFOUND'
        ? `The proxy's own name does not resolve: check ${variable}.`
        : `${networkRemedy(code, env)} The proxy itself could not be reached: check ${variable}.`,
    );
  }
}

function refusalRemedy({ status, logins }: TunnelRefusal, proxy: { variable: string; url: URL }, url: URL): string {
  if (status !== 407)
    return status < 500
      ? `The proxy does not allow it: have ${url.host} added to its allowlist.`
      : `The proxy cannot reach ${url.host}: check the name, and ask whoever runs the proxy.`;
  if (logins.length > 0 && !logins.includes('basic'))
    return `The proxy requires a login by ${logins.join(' or ')}, which Node does not support. Ask for Basic authentication, or run a local relay that authenticates for you.`;
  return proxy.url.username === ''
    ? `The proxy requires a login: set ${proxy.variable} to http://user:password@host:port, with special characters percent-encoded (@ is %40).`
    : `The proxy rejects the login in ${proxy.variable}: check user and password, and that special characters are percent-encoded (@ is %40, : is %3A).`;
}
