import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { takeRequest, type WireRequest } from './takeRequest.ts';

/** Writes an answer, or does worse. */
export type Fault = (socket: Socket, request: ReceivedRequest) => void;

export interface ReceivedRequest extends WireRequest {
  /** Which request to this server it is, from 1. */
  readonly number: number;
  /** Which connection brought it, from 1. */
  readonly connection: number;
  readonly sign: string | undefined;
  /** By the server's clock, in milliseconds since 1970. */
  readonly arrivedAt: number;
}

export interface FaultServerOptions {
  /** One fault for each request in turn. The last one stays. */
  readonly faults: readonly Fault[];
  /** What to do with a connection before a byte of it is read. */
  readonly onConnection?: (socket: Socket) => void;
  readonly now?: () => number;
  /** Whether to keep the requests. Default: true. */
  readonly keep?: boolean;
}

export interface FaultServer {
  readonly url: string;
  readonly port: number;
  readonly requests: readonly ReceivedRequest[];
  /** How many requests there have been, kept or not. */
  count(): number;
  /** How many connections there have been. */
  connections(): number;
  /** How many there are. */
  openSockets(): number;
  /** Other faults from now on. */
  play(...faults: Fault[]): void;
  /** Lets go of all connections, and stays. */
  disconnect(): void;
  close(): Promise<void>;
}

/** A server on a raw TCP socket that misbehaves on command, and keeps what it was sent. */
export async function createFaultServer({ faults, onConnection, now = Date.now, keep = true }: FaultServerOptions): Promise<FaultServer> {
  const requests: ReceivedRequest[] = [];
  const sockets = new Set<Socket>();
  let playing = [...faults];
  let connections = 0;
  let count = 0;

  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const connection = ++connections;
    sockets.add(socket);
    // A client that goes away in the middle is no surprise here.
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    socket.on('end', () => socket.end());
    onConnection?.(socket);
    let received: Buffer = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      for (let taken = takeRequest(received); taken !== undefined; taken = takeRequest(received)) {
        received = taken.rest;
        const request = { ...taken.request, number: ++count, connection, sign: taken.request.fields.get('sign'), arrivedAt: now() };
        if (keep) requests.push(request);
        const fault = playing.length > 1 ? playing.shift() : playing[0];
        fault?.(socket, request);
      }
    });
    // On a busy machine connections come faster than they are taken. Where the queue is full, the client's kernel sends its SYN again only after one second, three, and seven.
  }).listen({ port: 0, host: '127.0.0.1', backlog: 4_096 });
  await once(server, 'listening');
  const { port } = server.address() as { port: number };

  // Once in a hundred thousand calls, Node 24 goes on polling although a setImmediate is due, which undici waits for. The next event ends that; in
  // most tests no timer would be one, for the client's are not real.
  const heartbeat = setInterval(() => {}, 100);

  const disconnect = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    count: () => count,
    connections: () => connections,
    openSockets: () => sockets.size,
    play: (...next) => void (playing = next),
    disconnect,
    async close() {
      clearInterval(heartbeat);
      const gone = [...sockets].map((socket) => once(socket, 'close'));
      if (server.listening) gone.push(once(server.close(), 'close'));
      disconnect();
      await Promise.all(gone);
    },
  };
}
