import { once } from 'node:events';
import { createServer, type IncomingMessage, request as forward, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface ConnectProxyOptions {
  /** The port on this machine that a host stands for: only the proxy knows. */
  readonly hosts: Readonly<Record<string, number>>;
  /** What it wants to be told before it does anything. */
  readonly login?: { readonly user: string; readonly password: string };
  /** The kinds of login that it says it takes. Default: Basic. */
  readonly offers?: string;
  /** What it does with each request in place of making a tunnel: a status to answer with, nothing for ever, or an end of the connection. */
  readonly misbehave?: number | 'hang' | 'reset';
  /** Speaks TLS itself. */
  readonly identity?: { readonly key: Buffer; readonly cert: Buffer };
}

export interface ConnectProxy extends AsyncDisposable {
  readonly port: number;
  /** Its URL, with the login if it wants one. */
  readonly url: string;
  /** What it was asked for, in order: `CONNECT host:port`, or method and URL. */
  readonly requests: readonly string[];
  openSockets(): number;
}

/** A proxy as companies have them: tunnels by CONNECT, and plain HTTP by whole URLs. */
export async function connectProxy({
  hosts,
  login,
  offers = 'Basic realm="example"',
  misbehave,
  identity,
}: ConnectProxyOptions): Promise<ConnectProxy> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const expected = login && `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
  /** The status to refuse a request with, if any. */
  const refusal = ({ headers }: IncomingMessage, host: string): number | undefined => {
    if (expected !== undefined && headers['proxy-authorization'] !== expected) return 407;
    if (typeof misbehave === 'number') return misbehave;
    return hosts[host] === undefined ? 502 : undefined;
  };
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
  };

  const proxy: Server = identity === undefined ? createServer() : (createTlsServer(identity) as unknown as Server);
  proxy.on('connection', keep);
  proxy.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    requests.push(`CONNECT ${request.url}`);
    socket.on('error', () => {});
    if (misbehave === 'hang') return;
    if (misbehave === 'reset') return void socket.destroy();
    const host = request.url!.replace(/:\d+$/, '');
    const status = refusal(request, host);
    if (status !== undefined) return void socket.end(`HTTP/1.1 ${status} No\r\nproxy-authenticate: ${offers}\r\ncontent-length: 0\r\n\r\n`);
    const onward = connect(hosts[host]!, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    keep(onward);
    socket.on('close', () => onward.destroy());
    onward.on('close', () => socket.destroy());
  });
  proxy.on('request', (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (misbehave === 'hang') return;
    if (misbehave === 'reset') return void request.socket.destroy();
    const { hostname } = new URL(request.url!);
    const status = refusal(request, hostname);
    if (status !== undefined) return void response.writeHead(status).end();
    const to = new URL(request.url!);
    to.host = `127.0.0.1:${hosts[hostname]}`;
    const onward = forward(to, { method: request.method!, headers: { ...request.headers, host: to.host }, agent: false }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  const user = login === undefined ? '' : `${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}@`;
  return {
    port,
    url: `http${identity === undefined ? '' : 's'}://${user}127.0.0.1:${port}`,
    requests,
    openSockets: () => sockets.size,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
