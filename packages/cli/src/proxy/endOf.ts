import { isIP } from 'node:net';

/** Where a URL's connection ends, as node:tls wants it: an address is no name for SNI. */
export function endOf({ hostname, port, protocol }: URL): { host: string; port: number; servername?: string } {
  const host = hostname.replace(/^\[|\]$/g, '');
  return { host, port: Number(port || (protocol === 'https:' ? 443 : 80)), ...(isIP(host) === 0 && { servername: host }) };
}
