import dns from 'node:dns';
import { isIPv6 } from 'node:net';

/**
 * Has every name resolve to these addresses, until what it returns is called. In place of a resolver, which a test must not ask, and for
 * all transports alike: `node:net` takes the function from there at each connection.
 */
export function resolveAllTo(addresses: readonly string[]): () => void {
  const { lookup } = dns;
  const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  dns.lookup = ((_name: string, options: { all?: boolean }, done: (...results: unknown[]) => void) => {
    setImmediate(() => (options.all ? done(null, found) : done(null, found[0]!.address, found[0]!.family)));
  }) as typeof lookup;
  return () => {
    dns.lookup = lookup;
  };
}
