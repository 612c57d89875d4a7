import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AnswerServer extends AsyncDisposable {
  readonly url: string;
  readonly requests: { readonly method: string; readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string }[];
}

export interface CannedAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** Made anew for each answer. */
  readonly headers?: () => Record<string, string>;
}

/** A local server that gives every request the same answer. An object is sent as JSON; undefined for no answer ever. */
export async function answerServer(answer: CannedAnswer | undefined): Promise<AnswerServer> {
  const requests: AnswerServer['requests'] = [];
  const listener: RequestListener = (request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      requests.push({ method: request.method!, path: request.url!, headers: request.headers, body });
      if (answer === undefined) return;
      const { status, body: content = '', headers } = answer;
      response.writeHead(status, headers?.()).end(typeof content === 'string' ? content : JSON.stringify(content));
    });
  };
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
