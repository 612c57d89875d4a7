import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export interface CapturedRequest {
  requestLine: string;
  headers: Map<string, string>;
  body: Buffer;
}

export interface CaptureServer {
  url: string;
  requests: CapturedRequest[];
  close(): Promise<void>;
}

/** A server on a bare TCP socket that keeps the bytes of each request, and answers all of them with the same bytes. */
export async function captureServer(answer: (request: CapturedRequest) => string | Buffer): Promise<CaptureServer> {
  const requests: CapturedRequest[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    let received = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const request = parse(received);
      if (request === undefined) return;
      received = Buffer.alloc(0);
      requests.push(request);
      socket.end(answer(request));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The request, once all of it is there. */
function parse(received: Buffer): CapturedRequest | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const [requestLine, ...lines] = received.subarray(0, end).toString('latin1').split('\r\n') as [string, ...string[]];
  const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
  const body = received.subarray(end + 4);
  return body.length < Number(headers.get('content-length')) ? undefined : { requestLine, headers, body };
}

/** A whole HTTP answer. */
export function httpAnswer(status: number, body: string, headers: Record<string, string> = {}): string {
  const all = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), connection: 'close', ...headers };
  return `HTTP/1.1 ${status} Answer\r\n${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n${body}`;
}
