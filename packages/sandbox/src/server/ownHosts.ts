import { isIP, type Socket } from 'node:net';

/** The hosts by which the sandbox may be reached from a browser. */
export interface OwnHosts {
  /** Whether `host[:port]`, as a Host header has it, is one of the sandbox's own, for a connection. `defaultPort` is the port of a host without one. */
  has(authority: string, socket: Pick<Socket, 'localAddress' | 'localPort'>, defaultPort?: number): boolean;
}

// A name or an IPv4 address, or an IPv6 address in brackets; and perhaps a port.
const AUTHORITY = /^(\[[\da-f:.]+\]|[\w.-]+)(?::(\d{1,5}))?$/i;

/**
 * The sandbox's own hosts: the names and addresses of this machine's loopback, the address that it listens on, and what `allowed` names besides. A name
 * that anybody can register is none of them: whoever owns it can have it mean this machine (DNS rebinding), and the browser would take the sandbox for
 * a part of their site.
 *
 * @throws {TypeError} for an entry of `allowed` that is no host.
 */
export function createOwnHosts(allowed: readonly string[]): OwnHosts {
  if (!Array.isArray(allowed) || !allowed.every((entry) => typeof entry === 'string' && AUTHORITY.test(entry)))
    throw new TypeError(
      "allowedHosts must be an array of hosts, each a name or address with or without a port: ['sandbox', 'dev.test:8080']",
    );
  const named = allowed.map((entry) => split(entry)!);
  return {
    has(authority, { localAddress = '', localPort }, defaultPort = 80) {
      const given = split(authority);
      if (given === undefined) return false;
      const port = given.port ?? defaultPort;
      if (named.some((own) => own.name === given.name && (own.port === undefined || own.port === port))) return true;
      return port === localPort && (isLoopback(given.name) || given.name === asName(localAddress));
    },
  };
}

function split(authority: string): { name: string; port: number | undefined } | undefined {
  const [, name, port] = AUTHORITY.exec(authority) ?? [];
  // A name with a dot at its end is the same name.
  return name === undefined ? undefined : { name: asName(name.replace(/\.$/, '')), port: port === undefined ? undefined : Number(port) };
}

/** A host in one spelling: IPv6 without brackets, and IPv4 as such wherever it is written as IPv6. */
function asName(host: string): string {
  return host
    .toLowerCase()
    .replaceAll(/[[\]]/g, '')
    .replace(/^::ffff:(?=\d+\.)/, '');
}

/** No resolver gives these to anybody else: RFC 6761 keeps `localhost` and what is under it. */
function isLoopback(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}
