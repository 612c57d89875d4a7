import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Answer } from '../judge/answer.ts';

// So long may a caller go on sending what nobody reads, to get to its answer: a connection that is cut at once loses the answer too.
const LINGER_MS = 500;

/** Sends an answer with the sandbox's own time as its Date. After a body that was not read to its end, the connection is closed. */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  now: number,
  unread: boolean,
): Promise<void> {
  return new Promise((done) => {
    if (response.destroyed || response.headersSent) return done();
    response.once('close', done);
    const body = request.method === 'HEAD' ? '' : bodyOf(answer);
    response.writeHead(answer.status, {
      ...answer.headers,
      Date: new Date(now).toUTCString(),
      'Content-Length': bodyOf(answer).length,
      ...(unread && { Connection: 'close' }),
    });
    if (!unread) return void response.end(body, done);
    // Node cuts the connection as soon as the response is ended.
    response.write(body, () => done());
    const timer = setTimeout(() => response.end(), LINGER_MS);
    response.once('close', () => clearTimeout(timer));
    request.once('end', () => response.end()).resume();
  });
}

/** An answer as text, for a connection on which no request could be read. */
export function sendRawAnswer(socket: Duplex, answer: Answer, now: number): void {
  if (!socket.writable) return void socket.destroy();
  const body = bodyOf(answer);
  const headers = { ...answer.headers, Date: new Date(now).toUTCString(), 'Content-Length': body.length, Connection: 'close' };
  const lines = [
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ];
  socket.on('error', () => {}).end(Buffer.concat([Buffer.from(lines.join('\r\n')), body]));
  linger(socket);
}

function linger(socket: Duplex): void {
  socket.resume();
  const timer = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once('close', () => clearTimeout(timer));
}

function bodyOf({ body }: Answer): Buffer {
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
