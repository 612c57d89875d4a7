import { environmentProxy } from '@finauth-sdk/signing/node';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { failed, type Outcome, passed, skipped } from './check.ts';
import type { Findings } from './findings.ts';
import { withTimeout } from './withTimeout.ts';
import { unusedProxy } from '../proxy/proxyAdvice.ts';

/** Whether the host's name has an address, if it is this machine that looks it up. */
export async function checkName(findings: Findings): Promise<Outcome> {
  const { url, timeoutMs, env, proxy, blocked } = findings;
  if (url === undefined) return skipped('no valid base URL');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  findings.reachable = !blocked;
  if (isIP(host) !== 0) return skipped(`${host} is an address, so there is no name to look up`);
  if (proxy !== undefined) return skipped(`the proxy resolves ${host}`);
  try {
    const addresses = await withTimeout(lookup(host, { all: true }), timeoutMs);
    return passed(
      `${host} is ${addresses
        .map(({ address }) => address)
        .slice(0, 3)
        .join(', ')}`,
    );
  } catch (error) {
    findings.reachable = false;
    const { code = 'no answer' } = error as NodeJS.ErrnoException;
    return failed(
      `${host} does not resolve (${code})`,
      `Check this machine's DNS (/etc/resolv.conf, the network's policy in a container), and the region's name.${hint(url, env)}`,
    );
  }
}

/** Behind a proxy, names of the world outside are often known to it alone. */
function hint(url: URL, env: NodeJS.ProcessEnv): string {
  const unused = unusedProxy(url, env);
  if (unused !== undefined) return ` ${unused.variable} is set but not used: perhaps only the proxy can resolve the name.`;
  return environmentProxy(url) === undefined
    ? ' If a proxy is the only way out of this network, set HTTPS_PROXY and NODE_USE_ENV_PROXY=1.'
    : '';
}
