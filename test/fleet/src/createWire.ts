import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A wire to a server that can be slow, or dead without anybody being told. */
export interface Wire extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  /** How long each byte takes, each way. */
  delayMs: number;
  /** What goes in comes out nowhere until it is false again; the connections stand. */
  hangs: boolean;
}

export async function createWire(url: string): Promise<Wire> {
  const { hostname: host, port } = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect({ host, port: Number(port || 6379) });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      const held: Buffer[] = [];
      const pass = (): void => {
        if (wire.hangs) return void setTimeout(pass, 10).unref();
        if (!to.destroyed) for (const piece of held.splice(0)) to.write(piece);
      };
      from.on('data', (piece) => {
        held.push(piece);
        setTimeout(pass, wire.delayMs);
      });
      from.on('error', () => {});
      from.on('close', () => (to.destroy(), sockets.delete(from)));
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = (server.address() as AddressInfo).port;
  const wire: Wire = {
    port: own,
    url: `redis://127.0.0.1:${own}`,
    delayMs: 0,
    hangs: false,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
  return wire;
}
