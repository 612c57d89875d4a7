import { once } from 'node:events';
import { createServer, request as forwarded } from 'node:http';
import { connect, type Socket } from 'node:net';

export interface ConnectProxyOptions {
  /** Names that only the proxy can resolve, each with the address that it stands for. Others are looked up as usual. */
  readonly names?: Readonly<Record<string, string>>;
  /** What `Proxy-Authorization` must say. Anything else is refused with 407. Default: nobody is asked. */
  readonly authorization?: string;
  /** What the proxy puts into the tunnel in place of the connection it would make, such as one end of TLS that it intercepts. */
  readonly intercept?: (client: Socket, host: string, port: number) => void;
}

export interface ConnectProxy {
  readonly url: string;
  readonly port: number;
  /** The `host:port` of each CONNECT, whether it was allowed or not. */
  readonly tunnels: readonly string[];
  /** The URL of each request that came in absolute form, as clients send them for `http:`. */
  readonly forwarded: readonly string[];
  /** Lets go of all connections, and stays. */
  disconnect(): void;
  close(): Promise<void>;
}

/** A proxy on a real socket: CONNECT for tunnels, and forwarding for plain HTTP. */
export async function createConnectProxy(options: ConnectProxyOptions = {}): Promise<ConnectProxy> {
  const { names = {}, authorization, intercept } = options;
  const tunnels: string[] = [];
  const urls: string[] = [];
  const sockets = new Set<Socket>();
  const addressOf = (host: string): string => names[host] ?? host;
  const mayPass = (given: string | undefined): boolean => authorization === undefined || given === authorization;

  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    urls.push(url);
    if (!mayPass(headers['proxy-authorization'])) return void response.writeHead(407, { 'proxy-authenticate': 'Basic' }).end();
    if (!URL.canParse(url)) return void response.writeHead(400).end('the URL of a request to a proxy must be absolute');
    const { hostname, port, pathname, search } = new URL(url);
    const { 'proxy-authorization': _own, 'proxy-connection': _hop, ...passed } = headers;
    const onward = forwarded(
      { host: addressOf(hostname), port: port || 80, path: pathname + search, method, headers: passed },
      (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.headersSent || response.writeHead(502).end());
    request.pipe(onward);
  });
  server.on('connect', ({ url = '', headers }, client: Socket, head: Buffer) => {
    tunnels.push(url);
    client.on('error', () => {});
    if (!mayPass(headers['proxy-authorization']))
      return void client.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n');
    const { hostname, port } = new URL(`https://${url}`);
    const host = hostname.replace(/^\[|\]$/g, '');
    const portNumber = Number(port || 443);
    if (intercept !== undefined) {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      if (head.length > 0) client.unshift(head);
      return intercept(client, host, portNumber);
    }
    const onward = connect(portNumber, addressOf(host), () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.write(head);
      onward.pipe(client).pipe(onward);
    });
    onward.on('error', () => client.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'));
    client.on('close', () => onward.destroy());
    onward.on('close', () => client.destroy());
  });
  // Those who are tunnelled through it have their other end closed with them.
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const disconnect = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    tunnels,
    forwarded: urls,
    disconnect,
    async close() {
      const closed = once(server, 'close');
      server.close();
      disconnect();
      await closed;
    },
  };
}
