import { once } from 'node:events';
import { Agent as HttpAgent, createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { Agent, type Dispatcher, interceptors } from 'undici';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FinAuthConfigError } from '../errors.ts';
import { isUnpackingError } from '../thrown/isUnpackingError.ts';
import type { ClosableTransport, Transport, TransportAnswer, TransportRequest } from '../transport.ts';
import { fetchTransport } from './fetchTransport.ts';
import { nodeTransport, type NodeTransportOptions } from './node.ts';
import { undiciTransport, type UndiciTransportOptions } from './undici.ts';

interface Served {
  readonly url: string;
  connections(): number;
  open(): number;
}

async function serve(listener: RequestListener, host = '127.0.0.1'): Promise<Served> {
  let connections = 0;
  let open = 0;
  const server = createServer(listener).on('connection', (socket) => {
    connections++;
    open++;
    socket.on('close', () => open--);
  });
  server.listen(0, host);
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as { port: number };
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, connections: () => connections, open: () => open };
}

/** Closed when the test is over. */
function opened<T extends ClosableTransport>(transport: T): T {
  onTestFinished(() => transport.close({ timeoutMs: 0 }));
  return transport;
}

const transports: [string, () => Transport][] = [
  ['fetch', () => fetchTransport()],
  ['a fetch that was given', () => fetchTransport(fetch)],
  ['undici', () => opened(undiciTransport())],
  ['node', () => opened(nodeTransport())],
];
const limited: [string, (connections: number) => ClosableTransport][] = [
  ['undici', (connections) => undiciTransport({ connections })],
  ['node', (connections) => nodeTransport({ connections })],
];

function requestTo(url: string, more: Partial<TransportRequest> = {}): TransportRequest {
  return {
    url,
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: 'hällo',
    signal: undefined,
    maxResponseBytes: 1_000_000,
    ...more,
  };
}

async function textOf({ body }: Pick<TransportAnswer, 'body'>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  return (await request.setEncoding('utf8').toArray()).join('');
}

const echo = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { method, url, headers } = request;
  response.end(
    JSON.stringify({ method, url, type: headers['content-type'], length: headers['content-length'], body: await bodyOf(request) }),
  );
};

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
}

describe.each(transports)('the transport %s', (name, create) => {
  it.each<[string, string | Uint8Array, string]>([
    ['text', 'hällo', 'hällo'],
    ['bytes', new TextEncoder().encode('hällo'), 'hällo'],
  ])('posts %s as it is, with its length', async (_what, body, arrived) => {
    const { url } = await serve(echo);
    const { status, body: answer } = await create()(requestTo(`${url}/a/b?c=d`, { body }));
    expect(status).toBe(200);
    expect(JSON.parse(await textOf({ body: answer }))).toEqual({
      method: 'POST',
      url: '/a/b?c=d',
      type: 'text/plain',
      length: '6',
      body: arrived,
    });
  });

  it('reaches an address of IPv6', async () => {
    const { url } = await serve(echo, '::1');
    expect((await create()(requestTo(url))).status).toBe(200);
  });

  it.each<[string, Buffer]>([
    ['gzip', gzipSync('answer')],
    ['x-gzip', gzipSync('answer')],
    ['GZIP', gzipSync('answer')],
    ['deflate', deflateSync('answer')],
    ['br', brotliCompressSync('answer')],
  ])('uncompresses %s, though it did not ask for it', async (encoding, bytes) => {
    const { url } = await serve((_request, response) => void response.setHeader('content-encoding', encoding).end(bytes));
    expect(await textOf(await create()(requestTo(url)))).toBe('answer');
  });

  it.each(['gzip', 'gzip, gzip'])('says of what is not %s, though it says so, that it cannot be uncompressed', async (encoding) => {
    const { url } = await serve((_request, response) => void response.setHeader('content-encoding', encoding).end('plain'));
    const { body } = await create()(requestTo(url));
    const error = await textOf({ body }).catch((reason: unknown) => reason);
    expect(isUnpackingError(error)).toBe(true);
  });

  it('gives a header that came twice with both values', async () => {
    const { url } = await serve((_request, response) => void response.setHeader('x-many', ['a', 'b']).end());
    const { headers } = await create()(requestTo(url));
    expect(headers.get('x-many')).toBe('a, b');
  });

  it('follows no redirect', async () => {
    const paths: string[] = [];
    const { url } = await serve((request, response) => {
      paths.push(request.url!);
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    const transport = create();
    const ask = (): Promise<TransportAnswer> => transport(requestTo(`${url}/first`));
    // Node's own fetch, and no other, shows it on a second look.
    const looks = name === 'fetch' ? 2 : 1;
    if (looks === 2) await expect(ask()).rejects.toThrow('fetch failed');
    expect((await ask()).status).toBe(307);
    expect(paths).toEqual(Array.from({ length: looks }, () => '/first'));
  });

  it('keeps its connection for the next request', async () => {
    const { url, connections } = await serve(echo);
    const transport = create();
    for (let call = 0; call < 5; call++) {
      await textOf(await transport(requestTo(url)));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(connections()).toBe(1);
  });

  it.each<[string, RequestListener]>([
    ['before the answer', () => {}],
    ['within the body', (_request, response) => void response.writeHead(200).write('a')],
  ])('lets go of the connection when aborted %s, with the signal’s reason', async (_when, listener) => {
    let arrived = false;
    const { url, open } = await serve((request, response) => {
      arrived = true;
      listener(request, response);
    });
    const controller = new AbortController();
    const reason = new Error('enough');
    const answer = create()(requestTo(url, { signal: controller.signal })).then(textOf);
    const outcome = answer.catch((error: unknown) => error);
    await until(() => arrived);
    await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort(reason);
    expect(await outcome).toBe(reason);
    await until(() => open() === 0);
  });

  it('sends nothing for a signal that is aborted already', async () => {
    const { url, connections } = await serve(echo);
    const reason = new Error('enough');
    await expect(create()(requestTo(url, { signal: AbortSignal.abort(reason) }))).rejects.toBe(reason);
    expect(connections()).toBe(0);
  });

  it('lets go of the connection when the reader leaves early', async () => {
    // No more comes, so that nothing but the reader's leaving can end it: neither a limit nor the end of the body.
    const { url, open } = await serve((_request, response) => void response.writeHead(200).write('x'));
    const { body } = await create()(requestTo(url));
    for await (const chunk of body) if (chunk.length > 0) break;
    await until(() => open() === 0);
    expect(open()).toBe(0);
  });
});

it.each(transports.filter(([name]) => !name.includes('fetch')))(
  'the transport %s takes no more over the wire than is wanted, whatever it unpacks to',
  async (_name, create) => {
    let sent = 0;
    // A name in the header of gzip that never ends: there is never anything to unpack.
    const start = Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]);
    const { url, open } = await serve((_request, response) => {
      response.setHeader('content-encoding', 'gzip').write(start);
      const pour = (): void => {
        while (response.write(Buffer.alloc(10_000, 'x'))) sent += 10_000;
      };
      response.on('drain', pour);
      pour();
    });
    expect(await textOf(await create()(requestTo(url, { maxResponseBytes: 100_000 })))).toBe('');
    await until(() => open() === 0);
    expect(sent).toBeLessThan(20_000_000);
  },
);

describe.each(limited)('the transport %s, with limits', (_name, create) => {
  it('rejects at once when a request is aborted that waits for its turn', async () => {
    const { url } = await serve(() => {});
    const transport = opened(create(1));
    void transport(requestTo(url)).catch(() => {});
    const controller = new AbortController();
    const waiting = transport(requestTo(url, { signal: controller.signal })).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort('enough');
    expect(await waiting).toBe('enough');
  });

  it('opens as many connections as it may, and no more', async () => {
    const { url, connections } = await serve(echo);
    const transport = opened(create(2));
    const answers = await Promise.all(Array.from({ length: 20 }, async () => textOf(await transport(requestTo(url)))));
    expect(answers).toHaveLength(20);
    expect(connections()).toBe(2);
  });

  it('lets go of its connections when it is closed', async () => {
    const { url, open } = await serve(echo);
    const transport = create(1);
    await textOf(await transport(requestTo(url)));
    expect(open()).toBe(1);
    await transport.close();
    await until(() => open() === 0);
  });
});

describe('Node’s own fetch', () => {
  it('fails at a redirect, shows it from then on, and begins again once all is well', async () => {
    let redirects = true;
    const { url } = await serve((_request, response) => void response.writeHead(redirects ? 302 : 200, { location: '/' }).end());
    const transport = fetchTransport();
    const ask = async (): Promise<unknown> => (await transport(requestTo(url)).catch((error: Error) => error)) as unknown;
    expect(await ask()).toMatchObject({ message: 'fetch failed' });
    expect(await ask()).toMatchObject({ status: 302 });
    expect(await ask()).toMatchObject({ status: 302 });
    redirects = false;
    expect(await ask()).toMatchObject({ status: 200 });
    redirects = true;
    expect(await ask()).toMatchObject({ message: 'fetch failed' });
  });
});

describe('what is given', () => {
  it('is used, and left open: a dispatcher', async () => {
    const { url, open } = await serve(echo);
    const agent = new Agent();
    onTestFinished(() => agent.destroy());
    const seen: unknown[] = [];
    const dispatcher = agent.compose((dispatch) => (options, handler) => {
      seen.push(options.path);
      return dispatch(options, handler);
    });
    const transport = undiciTransport({ dispatcher });
    await textOf(await transport(requestTo(`${url}/path`)));
    await transport.close();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await textOf(await undiciTransport({ dispatcher })(requestTo(`${url}/again`)));
    expect(seen).toEqual(['/path', '/again']);
    expect(open()).toBe(1);
  });

  it('follows no redirect either, though it would: a dispatcher', async () => {
    const { url } = await serve((_request, response) => void response.writeHead(307, { location: '/elsewhere' }).end());
    const agent = new Agent();
    onTestFinished(() => agent.destroy());
    const dispatcher = agent.compose(interceptors.redirect({ maxRedirections: 3 }));
    expect((await undiciTransport({ dispatcher })(requestTo(url))).status).toBe(307);
  });

  it('is used, and left open: an agent', async () => {
    const { url, connections } = await serve(echo);
    const agent = new HttpAgent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    const transport = nodeTransport({ agent });
    await textOf(await transport(requestTo(url)));
    await transport.close();
    await textOf(await nodeTransport({ agent })(requestTo(url)));
    expect(connections()).toBe(1);
  });

  it('must be of the protocol: an agent', async () => {
    const agent = new HttpsAgent();
    await expect(nodeTransport({ agent })(requestTo('http://127.0.0.1:1'))).rejects.toThrow(FinAuthConfigError);
    await expect(nodeTransport({ agent: new HttpAgent() })(requestTo('https://127.0.0.1:1'))).rejects.toThrow('node:https');
  });

  it.each<[string, UndiciTransportOptions, string]>([
    ['no connections', { connections: 0 }, 'connections'],
    ['half a connection', { connections: 1.5 }, 'connections'],
    ['a time that is none', { keepAliveMs: -1 }, 'keepAliveMs'],
    ['a dispatcher that is none', { dispatcher: {} as Dispatcher }, 'dispatcher'],
    ['limits beside a dispatcher', { dispatcher: new Agent(), connections: 1 }, 'connections'],
  ])('is refused: %s for undici', (_what, options, says) => {
    expect(() => undiciTransport(options)).toThrow(FinAuthConfigError);
    expect(() => undiciTransport(options)).toThrow(says);
  });

  it.each<[string, NodeTransportOptions, string]>([
    ['no connections', { connections: 0 }, 'connections'],
    ['an agent that is none', { agent: {} as HttpAgent }, 'agent'],
    ['limits beside an agent', { agent: new HttpAgent(), connections: 1 }, 'maxSockets'],
  ])('is refused: %s for node', (_what, options, says) => {
    expect(() => nodeTransport(options)).toThrow(FinAuthConfigError);
    expect(() => nodeTransport(options)).toThrow(says);
  });
});
