import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { failed, type Outcome, passed, skipped } from './check.ts';
import type { Findings } from './diagnose.ts';
import { withTimeout } from './withTimeout.ts';

/** Whether the host's name has an address, as this machine looks it up. */
export async function checkName(findings: Findings): Promise<Outcome> {
  const { url, timeoutMs } = findings;
  if (url === undefined) return skipped('it is not known where to call');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  findings.reachable = true;
  if (isIP(host) !== 0) return skipped(`${host} is an address, with no name to look up`);
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
      `${host} has no address (${code})`,
      "Check this machine's DNS (/etc/resolv.conf, the network's policy in a container), and the region's name.",
    );
  }
}
