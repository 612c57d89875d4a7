/** Where a request goes, as connections want it. */
export interface Target {
  readonly origin: string;
  readonly protocol: string;
  /** A name or an address; one of IPv6 without the brackets of a URL. */
  readonly host: string;
  readonly port: number;
  /** The path and what follows it. */
  readonly path: string;
}

/** Takes URLs apart, and remembers the last one: a client has one host, and as yet few paths. */
export function createTargetParser(): (url: string) => Target {
  let last: { readonly url: string; readonly target: Target } | undefined;
  return (url) => {
    if (last?.url !== url) last = { url, target: parseTarget(new URL(url)) };
    return last.target;
  };
}

const DEFAULT_PORTS = { 'http:': 80, 'https:': 443 };

function parseTarget({ origin, protocol, hostname, port, pathname, search }: URL): Target {
  return {
    origin,
    protocol,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? DEFAULT_PORTS[protocol as keyof typeof DEFAULT_PORTS] : Number(port),
    path: pathname + search,
  };
}
