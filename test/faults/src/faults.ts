import { exampleAnswers } from '@finauth-sdk/client/examples';
import type { Socket } from 'node:net';
import { arrival } from './arrival.ts';
import type { Fault, ReceivedRequest } from './faultServer.ts';
import type { VirtualClock } from './virtualClock.ts';

type Headers = Readonly<Record<string, string>>;

export const goodAnswer = { ...exampleAnswers.getBizToken, request_id: 'request-1', time_used: 12, biz_token: 'biz-token-1' };

/** An honest answer, with its length. `headers` may add to it and take the place of what is there. */
export function answers(status: number, body: unknown, headers: Headers = {}): Fault {
  return (socket, request) => socket.write(answerText(status, body, headers, request));
}

/** The same, without the length that would say where it ends. */
export function answersUntilClose(status: number, body: unknown, headers: Headers = {}): Fault {
  return (socket) => socket.end(Buffer.concat([head(status, { connection: 'close', ...headers }), bytesOf(body)]));
}

/** FinAuth's own format of a failure. */
export function refuses(status: number, error: unknown, headers: Headers = {}): Fault {
  return answers(status, { request_id: 'request-1', time_used: 3, error }, headers);
}

export const succeeds: Fault = answers(200, goodAnswer);

/** Exactly these bytes; then, unless told otherwise, the end. */
export function writes(...parts: readonly (string | Buffer)[]): Fault {
  return (socket) => socket.end(Buffer.concat(parts.map((part) => Buffer.from(part))));
}

/** These bytes, and then silence on an open connection. */
export function writesAndStalls(...parts: readonly (string | Buffer)[]): Fault {
  return (socket) => void socket.write(Buffer.concat(parts.map((part) => Buffer.from(part))));
}

/** These bytes, once the client has them a reset. */
export function writesAndResets(bytes: string): Fault {
  return (socket) => {
    if (bytes === '') socket.resetAndDestroy();
    // A reset that follows at once overtakes the bytes: what the client's kernel has not handed over is lost.
    else socket.write(bytes, () => void arrival().then(() => socket.resetAndDestroy()));
  };
}

export const saysNothing: Fault = () => {};

/** Ends its own side, and keeps listening. */
export const halfCloses: Fault = (socket) => void socket.end();

export function repeatsTheRequest(status: number, render: (request: ReceivedRequest) => string, headers: Headers = {}): Fault {
  return (socket, request) => socket.write(answerText(status, render(request), headers, request));
}

/** An answer of which one byte comes in each second of the clock. */
export function drips(clock: VirtualClock, bytes: string, before = ''): Fault {
  return (socket) => {
    socket.write(before);
    let at = 0;
    const drip = (): void => {
      socket.write(bytes[at++] ?? '');
      timer = clock.timers.setTimeout(drip, 1_000);
    };
    let timer = clock.timers.setTimeout(drip, 1_000);
    socket.on('close', () => clock.timers.clearTimeout(timer as never));
  };
}

/** Sends a piece again and again, as fast as it is taken. */
export function floods(start: string | Buffer, piece: Buffer, times = Number.POSITIVE_INFINITY): Fault {
  return (socket) => {
    let left = times;
    const pour = (): void => {
      while (left-- > 0 && !socket.destroyed) if (!socket.write(piece)) return void socket.once('drain', pour);
    };
    socket.write(start);
    pour();
  };
}

const gzipped = head(200, { 'content-encoding': 'gzip' });

/** Gzip of which nothing comes out: it begins with the name of a file, and that does not end. */
export const endlessName: Fault = floods(Buffer.concat([gzipped, Buffer.from('1f8b0808000000000003', 'hex')]), Buffer.alloc(0x4000, 'x'));

/** Gzip of which nothing comes out: block after block with nothing in it. */
export const emptyBlocks: Fault = floods(
  Buffer.concat([gzipped, Buffer.from('1f8b0800000000000003', 'hex')]),
  Buffer.from('000000ffff'.repeat(0x1000), 'hex'),
);

/** Answers well, and closes the connection when the answer has been had. */
export const succeedsAndCloses: Fault = (socket, request) => {
  socket.write(answerText(200, goodAnswer, {}, request), () => socket.end());
};

/** Two faults on one connection: the first for its first request, the other for those after. */
export function byRequestOfConnection(first: Fault, other: Fault): Fault {
  const seen = new WeakSet<Socket>();
  return (socket, request) => {
    const fault = seen.has(socket) ? other : first;
    seen.add(socket);
    fault(socket, request);
  };
}

/** The start of an answer, up to the empty line. */
export function head(status: number, headers: Headers): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`HTTP/1.1 ${status} Answer\r\n${lines.join('')}\r\n`, 'latin1');
}

function answerText(status: number, body: unknown, headers: Headers, { arrivedAt }: ReceivedRequest): Buffer {
  const bytes = bytesOf(body);
  const usual = {
    'content-type': 'application/json',
    date: new Date(arrivedAt).toUTCString(),
    ...(status !== 204 && status !== 304 && { 'content-length': String(bytes.length) }),
  };
  const given = Object.fromEntries(Object.entries({ ...usual, ...headers }).filter(([, value]) => value !== ''));
  return Buffer.concat([head(status, given), bytes]);
}

function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
