import { once } from 'node:events';
import { request as forward } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface TlsFront extends AsyncDisposable {
  readonly port: number;
}

/** Speaks TLS with a certificate of one's choice, and hands each request on to a server that does not. */
export async function tlsFront(identity: { key: Buffer; cert: Buffer }, to: string): Promise<TlsFront> {
  const front = createServer(identity, (incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const onward = forward(new URL(url!, to), { method, headers: { ...headers, host: new URL(to).host }, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  }).listen(0, '127.0.0.1');
  await once(front, 'listening');
  return {
    port: (front.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      front.closeAllConnections();
      front.close();
      await once(front, 'close');
    },
  };
}
