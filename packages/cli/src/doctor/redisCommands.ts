import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { deadline } from '../proxy/deadline.ts';
import { endOf } from '../proxy/endOf.ts';

/** What Redis answered with an error, such as `NOAUTH Authentication required.`. */
export class RedisError extends Error {
  override readonly name = 'RedisError';
}

const REDIS_PORT = 6379;
/** No answer that is asked for is longer: what is, is not Redis's. */
const MOST_CHARACTERS = 1_000_000;

export type RedisCommand = (...args: string[]) => Promise<string>;

/** Runs commands on one connection, each after the answer to the one before: enough of the protocol for a check, and so no client is needed. */
export async function withRedis<T>(url: URL, timeoutMs: number, use: (command: RedisCommand) => Promise<T>): Promise<T> {
  const socket = await open(url, timeoutMs);
  const late = deadline(timeoutMs, (error) => socket.destroy(error));
  try {
    return await use((...args) => ask(socket, args));
  } finally {
    late.cancel();
    socket.destroy();
  }
}

function open(url: URL, timeoutMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const { host, servername } = endOf(url);
    const port = Number(url.port || REDIS_PORT);
    const isTls = url.protocol === 'rediss:';
    const socket = isTls ? connectTls({ host, port, ...(servername && { servername }) }) : connectPlain({ host, port });
    const late = deadline(timeoutMs, (error) => socket.destroy(error));
    socket.setEncoding('utf8').once('error', reject).once('close', late.cancel);
    socket.once(isTls ? 'secureConnect' : 'connect', () => (late.cancel(), socket.off('error', reject), resolve(socket)));
  });
}

function ask(socket: Socket, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const onData = (piece: string): void => {
      answer += piece;
      const text = answer.length > MOST_CHARACTERS ? new RedisError('an answer that is not from Redis') : read(answer);
      if (text === undefined) return;
      forget();
      if (text instanceof Error) reject(text);
      else resolve(text);
    };
    const onEnd = (error?: Error): void => (forget(), reject(error ?? new RedisError('the connection was closed')));
    const onClose = (): void => onEnd();
    const forget = (): void => void socket.off('data', onData).off('error', onEnd).off('close', onClose);
    socket.on('data', onData).once('error', onEnd).once('close', onClose);
    socket.write(`*${args.length}\r\n${args.map((arg) => `$${Buffer.byteLength(arg)}\r\n${arg}\r\n`).join('')}`);
  });
}

/** A line, a number, or a text behind its length; undefined as long as it is not whole. */
function read(answer: string): string | RedisError | undefined {
  const lineEnd = answer.indexOf('\r\n');
  if (lineEnd < 0) return undefined;
  const [kind, line, rest] = [answer[0], answer.slice(1, lineEnd), answer.slice(lineEnd + 2)];
  if (kind === '+' || kind === ':') return line;
  if (kind === '-') return new RedisError(line);
  if (kind !== '$') return new RedisError('an answer that is not from Redis');
  if (line === '-1') return '';
  return Buffer.byteLength(rest) < Number(line) + 2 ? undefined : rest.slice(0, -2);
}
