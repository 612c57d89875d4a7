import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that gives these answers one after the other, and keeps the bytes of what it was asked. */
export async function answersInTurn(...answers: readonly (readonly [status: number, body: unknown])[]): Promise<{
  url: string;
  bodies: Buffer[];
  close(): Promise<void>;
}> {
  const bodies: Buffer[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [status, body] = answers[bodies.length] ?? [500, {}];
    bodies.push(Buffer.concat(chunks));
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
