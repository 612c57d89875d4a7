import { type Agent, type Dispatcher, Pool, ProxyAgent } from 'undici';
import { proxyInUse, TUNNEL_TIMEOUT_MS, tunnelRefusal } from './envProxy.ts';
import { ours } from './ours.ts';

type Options = NonNullable<ConstructorParameters<typeof Agent>[0]>;

/** How undici's Agent reaches an origin: through the environment's proxy where Node's own fetch would, else directly. */
export function envProxyFactory(origin: string | URL, options: Options): Dispatcher {
  const uri = proxyInUse(origin);
  // The signal keeps the time, as for a direct connection.
  const tls = { timeout: 0 };
  return uri === undefined ? new Pool(origin, options) : new ProxyAgent({ ...options, uri, clientFactory, proxyTls: tls, requestTls: tls });
}

/** The connections to the proxy, which make the tunnels. */
function clientFactory(proxy: URL, options: object): Dispatcher {
  const pool = new Pool(proxy, { ...options, headersTimeout: TUNNEL_TIMEOUT_MS });
  const connect = pool.connect.bind(pool) as (params: Dispatcher.ConnectOptions) => Promise<Dispatcher.ConnectData>;
  return Object.assign(pool, {
    connect: async (params: Dispatcher.ConnectOptions) => {
      const { statusCode, socket, ...rest } = await connect(params).catch((error: NodeJS.ErrnoException) => {
        throw tunnelError('the proxy gave no tunnel', error.code);
      });
      if (statusCode === 200) return { statusCode, socket, ...rest };
      socket.on('error', () => {}).destroy();
      throw tunnelError(tunnelRefusal(statusCode));
    },
  });
}

/**
 * One error with nothing within, since the deepest is what a user reads. And none of undici's codes: after its "other side closed" version 7 connects again,
 * and again, until somebody ends it (nodejs/undici#3897).
 */
function tunnelError(message: string, code = ''): Error {
  return Object.assign(ours(new Error(message)), { code: code === '' || code.startsWith('UND_') ? 'ERR_PROXY_TUNNEL' : code });
}
