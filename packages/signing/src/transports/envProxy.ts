import { FinAuthConfigError } from '../errors.ts';
import { ours } from './ours.ts';
import { readThrown } from '../thrown/readThrown.ts';

/** The proxy that this process's environment names for a URL, and whether it is used. */
export interface EnvironmentProxy {
  /** The variable that names it, such as `HTTPS_PROXY`. */
  readonly variable: string;
  /** The variable's value. It may contain a password: print only its host. */
  readonly uri: string;
  /** Whether it can be used: a URL with http: or https:, whose login, if any, is correctly percent-encoded. */
  readonly usable: boolean;
  /** Whether `NO_PROXY` exempts the URL's host. */
  readonly exempt: boolean;
  /** Whether Node is set to use the environment's proxy: `NODE_USE_ENV_PROXY=1`, `--use-env-proxy`, or `http.setGlobalProxyFromEnv()`. */
  readonly enabled: boolean;
}

/**
 * How long a proxy may take to make a tunnel, in milliseconds. By itself a pending one outlives the call that asked for it, by minutes or for ever.
 */
export const TUNNEL_TIMEOUT_MS = 10_000;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Which proxy the environment names for a URL; undefined for none. It follows Node's `fetch`, which differs from `node:https`: `HTTP_PROXY` also
 * applies to https: if `HTTPS_PROXY` is not set, and `example.com` in `NO_PROXY` covers its subdomains.
 *
 * Source: the documentation of Node's "Built-in Proxy Support", and undici's EnvHttpProxyAgent, which is behind Node's fetch.
 */
export function environmentProxy(url: string | URL): EnvironmentProxy | undefined {
  const { enabled, env } = convention();
  const { protocol, hostname, port } = new URL(url);
  const named =
    (protocol === 'https:' ? firstSet(env, ['https_proxy', 'HTTPS_PROXY']) : undefined) ?? firstSet(env, ['http_proxy', 'HTTP_PROXY']);
  if (named === undefined) return undefined;
  const exempt = isExempt(hostname, port || (protocol === 'https:' ? '443' : '80'), env.no_proxy ?? env.NO_PROXY ?? '');
  return { ...named, usable: isUsable(named.uri), exempt, enabled };
}

/**
 * The proxy that a transport's own connections to this origin go through; undefined for none.
 *
 * @throws {FinAuthConfigError} for one that cannot be used. To go around it in silence is not what its user wants.
 */
export function proxyInUse(origin: string | URL): string | undefined {
  if (!convention().enabled) return undefined;
  const { variable, uri, usable, exempt } = environmentProxy(origin) ?? { exempt: true };
  if (exempt) return undefined;
  if (!usable)
    throw new FinAuthConfigError(
      `${variable} must be a URL with http: or https:, such as http://proxy.example:3128, with special characters of a login percent-encoded`,
    );
  return uri;
}

/** What a proxy's refusal to make a tunnel means, in the words of one who has to do something about it. */
export function tunnelRefusal(status: number): string {
  const said = `the proxy answered ${status} to CONNECT`;
  if (status === 407) return `${said}: it wants a login, or another one, as user:password@ in the proxy's URL`;
  return status >= 500 ? `${said}: it cannot reach the host` : `${said}: it does not allow the host`;
}

/**
 * What Node says of a tunnel that failed, in the same words, and without the proxy's login: before 26.3.1, 24.17 and 22.23 its message has the URL as it is
 * (CVE-2026-48615).
 */
export function tunnelFailure<E>(error: E): E | Error {
  // An agent of another make may fail with anything.
  const { code, status, message } = readThrown(error);
  if (code !== 'ERR_PROXY_TUNNEL') return error;
  return Object.assign(
    typeof status === 'number' ? ours(new Error(tunnelRefusal(status))) : new Error(String(message).replaceAll(/\S+/g, withoutLogin)),
    { code },
  );
}

/**
 * What `node:http` and `node:https` want to be told for a new agent, so that it goes through a proxy.
 *
 * @throws {FinAuthConfigError} on Node 24.0 to 24.4, where fetch can use the environment's proxy and an agent cannot.
 */
export function agentProxy(proxy: string | undefined): { proxyEnv?: Record<string, string>; timeout?: number } {
  if (proxy === undefined) return {};
  if (onlyFetchUsesProxies()) {
    throw new FinAuthConfigError(
      `NODE_USE_ENV_PROXY is set, which node:https supports from Node 24.5 on, and this is ${process.version}: update Node, give nodeTransport an agent of https-proxy-agent, or use fetch`,
    );
  }
  // Which host is exempt has been decided.
  return { proxyEnv: { http_proxy: proxy, https_proxy: proxy }, timeout: TUNNEL_TIMEOUT_MS };
}

/** Whether Node was told to use the environment's proxy, and which environment that is. */
function convention(): { enabled: boolean; env: Environment } {
  // Node's global agent knows, whatever has told it: a variable, a flag, a configuration file, or the program. Other runtimes have conventions of their own.
  const { proxyEnv } = (process.getBuiltinModule?.('node:https').globalAgent.options ?? {}) as { proxyEnv?: Environment | null };
  return proxyEnv
    ? { enabled: true, env: proxyEnv }
    : { enabled: onlyFetchUsesProxies() && process.env.NODE_USE_ENV_PROXY === '1', env: process.env };
}

/** Node 24.0 to 24.4. */
function onlyFetchUsesProxies(): boolean {
  return /^v24\.[0-4]\./.test(process.version);
}

/** The first that is set. Empty is not set, as it is for curl. */
function firstSet(env: Environment, variables: readonly string[]): { variable: string; uri: string } | undefined {
  const variable = variables.find((name) => env[name]);
  return variable === undefined ? undefined : { variable, uri: env[variable]! };
}

function isUsable(uri: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(uri) || !URL.canParse(uri)) return false;
  const { username, password } = new URL(uri);
  try {
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}

/** Whether `NO_PROXY` covers a host: names with their subdomains, `*` for all, each with or without a port; between them commas or blanks. */
function isExempt(hostname: string, port: string, noProxy: string): boolean {
  const host = bare(hostname);
  return noProxy
    .split(/[,\s]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      const [, name = entry, itsPort] = /^(\[.+\]|[^:]+):(\d+)$/.exec(entry) ?? [];
      if (itsPort !== undefined && itsPort !== port) return false;
      if (name === '*') return true;
      const suffix = bare(name.replace(/^\*?\./, ''));
      return (host === suffix && !name.startsWith('*')) || host.endsWith(`.${suffix}`);
    });
}

/** Without the brackets of an IPv6 address, or the dot that ends a full name. */
function bare(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.+)\]$/, '$1')
    .replace(/(.)\.$/, '$1');
}

function withoutLogin(word: string): string {
  const [start, end] = [word.indexOf('//'), word.lastIndexOf('@')];
  return start >= 0 && end > start ? word.slice(0, start + 2) + word.slice(end + 1) : word;
}
