import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A server that gives these answers one after the other, and keeps what it was asked. */
export async function answersInTurn(...answers: readonly (readonly [status: number, body: unknown])[]): Promise<{
  url: string;
  requests: readonly Received[];
  bodies: Buffer[];
  close(): Promise<void>;
}> {
  const bodies: Buffer[] = [];
  const requests: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [status, body] = answers[bodies.length] ?? [500, {}];
    const { method = '', url = '', headers } = request;
    bodies.push(Buffer.concat(chunks));
    requests.push({ method, url, headers, body: bodies.at(-1)! });
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    bodies,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
