import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sandbox } from '@finauth-sdk/sandbox';
import type { Environment } from '@finauth-sdk/test-suite';

/** What the suite is told of a sandbox. */
export async function environmentOf({ url, credentials, liveness }: Sandbox): Promise<Environment> {
  return { baseUrl: url, deadUrl: `http://127.0.0.1:${await freedPort()}`, credentials, liveness };
}

/** A port on which somebody has just stopped to listen. */
async function freedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
