import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { answerForeign } from '../judge/answer.ts';
import { explainForeign } from './foreignRequest.ts';
import { defaultLimits } from '../form/limits.ts';
import type { OwnHosts } from './ownHosts.ts';
import type { Phone } from '../state/phone.ts';
import { sendAnswer, sendRawAnswer } from './sendAnswer.ts';
import { pathOf, type Environment, refuseUnreadable, serveApi } from './serveApi.ts';
import type { Page } from './servePage.ts';
import { PHONE_PATH, servePhone } from './servePhone.ts';

/** One server for the API, the page and the phone. Whatever arrives, well-formed or not, gets an answer that says what is wrong. */
export function createSandboxServer(environment: Environment, page: Page, phone: Phone, ownHosts: OwnHosts): Server {
  const { headerMs = defaultLimits.headerMs, bodyMs = defaultLimits.bodyMs, connections = defaultLimits.connections } = environment.limits;
  // The request that is being read on a connection, to be told when no more of it can be.
  const reading = new WeakMap<Duplex, AbortController>();
  // The connections whose request had its answer before it was read to its end. Nothing else on them is a request.
  const answered = new WeakSet<Duplex>();

  const server = createServer({
    headersTimeout: headerMs,
    // A request that reads for too long is answered by readForm; this is the net under it.
    requestTimeout: headerMs + bodyMs + 5_000,
    connectionsCheckingInterval: Math.max(20, Math.min(1_000, Math.floor(headerMs / 4))),
    // Longer than clients keep an idle connection, also on a machine that gives their process no time for a while: one that is closed just as it is used again
    // fails a call that is not retried.
    keepAliveTimeout: 20_000,
    maxHeaderSize: 16 * 1024,
    noDelay: true,
    // Node's own answer to a request without Host would not be in the API's form.
    requireHostHeader: false,
  });
  server.maxHeadersCount = 100;
  server.maxConnections = connections;

  const serve: RequestListener = (request, response) => {
    response.on('error', () => {});
    const path = pathOf(request.url);
    const isPage = page.has(request.method, path);
    const foreign = explainForeign(request, isPage, ownHosts);
    if (isPage && foreign === undefined) return page.serve(request, response, path);
    if (path === PHONE_PATH && request.method === 'POST' && foreign === undefined)
      return void servePhone(phone, request, response).catch(() => response.destroy());
    const stop = new AbortController();
    reading.set(request.socket, stop);
    const served =
      foreign === undefined
        ? serveApi(environment, request, response, stop.signal)
        : // Neither judged nor recorded: nothing that a foreign page does is to be seen in a test.
          sendAnswer(request, response, answerForeign(foreign), environment.state.clock.now(), !request.complete);
    served
      // A fault of ours ends that connection, not the sandbox.
      .catch(() => response.destroy())
      .finally(() => {
        if (reading.get(request.socket) === stop) reading.delete(request.socket);
        if (!request.complete) answered.add(request.socket);
      });
  };
  server.on('request', serve);
  // Nor would its answer to an Expect that it does not know.
  server.on('checkExpectation', serve);

  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const pending = reading.get(socket);
    if (pending !== undefined) return pending.abort(error.code ?? 'the connection failed');
    if (error.code === 'ECONNRESET' || !socket.writable || answered.has(socket)) return void socket.destroy();
    const { remoteAddress = '' } = socket as Duplex & { remoteAddress?: string };
    const answer = refuseUnreadable(
      environment,
      remoteAddress,
      `The bytes received were not an HTTP request that the sandbox can read (${error.code ?? 'malformed'}).`,
    );
    sendRawAnswer(socket, answer, environment.state.clock.now());
  });
  // Without a listener Node would cut the connection, with no answer.
  server.on('connect', ({ socket: { remoteAddress = '' } }, socket) => {
    sendRawAnswer(
      socket,
      refuseUnreadable(environment, remoteAddress, 'The sandbox is not a proxy: CONNECT has no path.'),
      environment.state.clock.now(),
    );
  });
  return server;
}

/** Resolves to the URL that it can be called at. */
export function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      done(urlOf(server.address() as AddressInfo));
    });
  });
}

function urlOf({ address, port, family }: AddressInfo): string {
  const any = address === '0.0.0.0' || address === '::';
  return `http://${any ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
