import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { HOST, interceptor, server } from './certificates.ts';
import { type ConnectProxy, connectProxy, type ConnectProxyOptions } from './connectProxy.ts';
import { tlsFront } from './tlsFront.ts';

export interface BehindProxy extends AsyncDisposable {
  readonly sandbox: Sandbox;
  /** The sandbox's base URL, at a name that only a proxy can resolve. */
  readonly baseUrl: string;
  /** A further proxy that knows the name. */
  proxy(options?: ProxyOptions): Promise<ConnectProxy>;
}

export interface ProxyOptions extends Omit<ConnectProxyOptions, 'hosts'> {
  /** It reads along: it has a certificate of its own for the name. */
  readonly intercepts?: boolean;
  /** Further names. */
  readonly knows?: ConnectProxyOptions['hosts'];
}

/** A FinAuth that can be reached through a proxy alone. */
export async function behindProxy(): Promise<BehindProxy> {
  const sandbox = await startSandbox();
  const [front, readsAlong] = await Promise.all([tlsFront(server, sandbox.url), tlsFront(interceptor, sandbox.url)]);
  const proxies: ConnectProxy[] = [];
  return {
    sandbox,
    baseUrl: `https://${HOST}`,
    async proxy({ intercepts, knows, ...options } = {}) {
      const proxy = await connectProxy({ ...options, hosts: { [HOST]: (intercepts ? readsAlong : front).port, ...knows } });
      proxies.push(proxy);
      return proxy;
    },
    async [Symbol.asyncDispose]() {
      for (const open of [...proxies, front, readsAlong, sandbox]) await open[Symbol.asyncDispose]();
    },
  };
}
