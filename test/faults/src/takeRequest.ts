/** A request as it came over the wire. */
export interface WireRequest {
  /** `POST /path HTTP/1.1` */
  readonly requestLine: string;
  readonly method: string;
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
  /** The parts of a multipart body, by name; empty where the body is something else. */
  readonly fields: ReadonlyMap<string, string>;
}

/** The first request of what has been received, once all of it is there, and the bytes after it. */
export function takeRequest(received: Buffer): { request: WireRequest; rest: Buffer } | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const [requestLine, ...lines] = received.subarray(0, end).toString('latin1').split('\r\n') as [string, ...string[]];
  const [method, path] = requestLine.split(' ') as [string, string];
  const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
  const after = received.subarray(end + 4);
  const taken =
    headers.get('transfer-encoding') === 'chunked' ? takeChunked(after) : takeCounted(after, Number(headers.get('content-length') ?? 0));
  if (taken === undefined) return undefined;
  const { body, rest } = taken;
  return { request: { requestLine, method, path, headers, body, fields: fieldsOf(headers.get('content-type') ?? '', body) }, rest };
}

interface Taken {
  readonly body: Buffer;
  readonly rest: Buffer;
}

function takeCounted(bytes: Buffer, length: number): Taken | undefined {
  return bytes.length < length ? undefined : { body: bytes.subarray(0, length), rest: bytes.subarray(length) };
}

function takeChunked(bytes: Buffer): Taken | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; ;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd === -1) return undefined;
    const length = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    const end = lineEnd + 2 + length;
    if (bytes.length < end + 2) return undefined;
    if (length === 0) return { body: Buffer.concat(chunks), rest: bytes.subarray(end + 2) };
    chunks.push(bytes.subarray(lineEnd + 2, end));
    at = end + 2;
  }
}

const PART = /^Content-Disposition: form-data; name="([^"]*)"$/i;

/** Strict on purpose: a part of any other form than the SDK is to send gives no field, so that a test that looks for it fails. */
function fieldsOf(contentType: string, body: Buffer): Map<string, string> {
  const boundary = /^multipart\/form-data; boundary=(\S+)$/.exec(contentType)?.[1];
  const fields = new Map<string, string>();
  if (boundary === undefined) return fields;
  const parts = `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}`);
  for (const part of parts.slice(1, -1)) {
    const end = part.indexOf('\r\n\r\n');
    const name = PART.exec(part.slice(2, end))?.[1];
    if (name !== undefined) fields.set(name, Buffer.from(part.slice(end + 4), 'latin1').toString('utf8'));
  }
  return fields;
}
