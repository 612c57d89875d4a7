import { connect } from 'node:net';

export interface RawAnswer {
  /** 0 where nothing came that is an answer. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Writes bytes to a socket and reads one answer, as bytes too: no client stands between the test and the wire. */
export function rawRequest(
  url: string,
  bytes: string | Buffer,
  { halfClose = false, timeoutMs = 5_000 }: { halfClose?: boolean; timeoutMs?: number } = {},
): Promise<RawAnswer> {
  return new Promise((done) => {
    const { hostname, port } = new URL(url);
    const chunks: Buffer[] = [];
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    const finish = (): void => {
      clearTimeout(timer);
      socket.destroy();
      done(parseAnswer(Buffer.concat(chunks)) ?? { status: 0, headers: {}, body: '' });
    };
    const timer = setTimeout(finish, timeoutMs);
    socket.on('connect', () => (halfClose ? socket.end(bytes) : socket.write(bytes)));
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (parseAnswer(Buffer.concat(chunks))) finish();
    });
    socket.on('end', finish).on('error', finish);
  });
}

function parseAnswer(bytes: Buffer): RawAnswer | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const length = Number(headers['content-length'] ?? 0);
  // What comes behind it is the next answer.
  const body = bytes.subarray(end + 4, end + 4 + length);
  if (body.length < length) return undefined;
  return { status: Number(first.split(' ')[1]), headers, body: body.toString('utf8') };
}

/** A request, head and body, with the length of the body in its head. */
export function http(head: string, body: string | Buffer = ''): Buffer {
  return Buffer.concat([
    Buffer.from(`${head.trim().replaceAll('\n', '\r\n')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`),
    Buffer.from(body),
  ]);
}

/** One part of a form. */
export function part(name: string, value: string, more = ''): string {
  return `--line\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
}

/** A call with these parts. */
export function form(path: string, ...parts: string[]): Buffer {
  return http(`POST ${path} HTTP/1.1\nHost: sandbox\nContent-Type: multipart/form-data; boundary=line`, `${parts.join('')}--line--\r\n`);
}
