import { createFinAuth, FinAuthError } from '@finauth-sdk/signing';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { credentials, input } from './createRig.ts';
import { answers, goodAnswer, head, writes } from './faults.ts';
import { createFaultServer, type Fault } from './faultServer.ts';
import { openTransport, transportName, type TransportName, transportNames } from './openTransport.ts';

const json = JSON.stringify(goodAnswer);
const length = String(json.length);
const gzip = gzipSync(json);
const says = (coding: string): { 'content-encoding': string } => ({ 'content-encoding': coding });
const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(copy.length + at) ^ 0xff, copy.length + at);
  return copy;
};
const hints = 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n';
const well = [head(200, { 'content-length': length, connection: 'close' }), json];

interface Line {
  readonly input: string;
  readonly fault: Fault;
  /** What a caller sees on every transport: the error's class, its status, what it advises, and how many requests were made. */
  readonly sees: string;
  /** Where the platform leaves no choice. Each is in the README's table of transports. */
  readonly but?: Partial<Readonly<Record<TransportName, string>>>;
}

const success = 'success, 1 request';
const notTheApis = (status: number): string => `FinAuthResponseError ${status}, never, 1 request`;
const lost = 'FinAuthConnectionError, later, 3 requests';

const lines: readonly Line[] = [
  { input: 'plain JSON that says gzip', fault: answers(200, json, says('gzip')), sees: notTheApis(200) },
  { input: 'plain JSON that says br', fault: answers(200, json, says('br')), sees: notTheApis(200) },
  { input: 'plain JSON that says deflate', fault: answers(200, json, says('deflate')), sees: notTheApis(200) },
  { input: 'plain JSON that says zstd', fault: answers(200, json, says('zstd')), sees: notTheApis(200) },
  {
    input: 'a gateway’s plain 502 that says gzip',
    fault: answers(502, '<html>', says('gzip')),
    sees: 'FinAuthResponseError 502, later, 3 requests',
  },
  { input: 'gzip with a wrong checksum', fault: answers(200, flipped(gzip, -8), says('gzip')), sees: notTheApis(200) },
  { input: 'gzip with a wrong length', fault: answers(200, flipped(gzip, -4), says('gzip')), sees: notTheApis(200) },
  { input: 'deflate with a wrong checksum', fault: answers(200, flipped(deflateSync(json), -1), says('deflate')), sees: notTheApis(200) },
  { input: 'gzip, cut off', fault: answers(200, gzip.subarray(0, -12), says('gzip')), sees: notTheApis(200) },
  {
    input: 'gzip, and bytes after its end',
    fault: answers(200, Buffer.concat([gzip, Buffer.from('more')]), says('gzip')),
    sees: notTheApis(200),
  },
  {
    input: 'br, and bytes after its end',
    fault: answers(200, Buffer.concat([brotliCompressSync(json), Buffer.from('more')]), says('br')),
    sees: success,
  },
  { input: 'zstd', fault: answers(200, zstdCompressSync(json), says('zstd')), sees: success },
  { input: 'deflate with its header', fault: answers(200, deflateSync(json), says('deflate')), sees: success },
  { input: 'deflate without its header', fault: answers(200, deflateRawSync(json), says('deflate')), sees: success },
  { input: 'gzip in gzip', fault: answers(200, gzipSync(gzip), says('gzip, gzip')), sees: notTheApis(200) },
  {
    input: 'gzip thirty times',
    fault: answers(200, gzip, says(Array(30).fill('gzip').join(', '))),
    sees: notTheApis(200),
    but: { fetch: lost },
  },
  { input: 'a coding that nobody knows', fault: answers(200, gzip, says('made-up')), sees: notTheApis(200) },
  { input: 'identity', fault: answers(200, json, says('identity')), sees: success },
  { input: '407', fault: answers(407, '<html>', { 'proxy-authenticate': 'Basic' }), sees: notTheApis(407), but: { fetch: lost } },
  { input: '401 with a challenge', fault: answers(401, '<html>', { 'www-authenticate': 'Basic realm="a"' }), sees: notTheApis(401) },
  { input: '421', fault: answers(421, '<html>'), sees: notTheApis(421), but: { fetch: 'FinAuthResponseError 421, never, 4 requests' } },
  { input: 'several 1xx, then well', fault: writes(hints, 'HTTP/1.1 102 Processing\r\n\r\n', hints, ...well), sees: success },
  // Of undici, and so of Node's fetch, it is a mistake of the server's.
  {
    input: '100 that nobody has asked for, then well',
    fault: writes('HTTP/1.1 100 Continue\r\n\r\n', ...well),
    sees: success,
    but: { fetch: lost, undici: lost },
  },
  { input: '304 with a length', fault: writes('HTTP/1.1 304 Not Modified\r\nContent-Length: 10\r\n\r\n'), sees: notTheApis(304) },
  { input: '204 with a length', fault: writes('HTTP/1.1 204 No Content\r\nContent-Length: 10\r\n\r\n'), sees: notTheApis(204) },
  { input: '205 with a body', fault: answers(205, json), sees: notTheApis(205) },
  { input: 'status 000', fault: writes(`HTTP/1.1 000 Zero\r\nContent-Length: ${length}\r\n\r\n`, json), sees: lost },
  { input: 'status 099', fault: writes(`HTTP/1.1 099 Early\r\nContent-Length: ${length}\r\n\r\n`, json), sees: lost },
  { input: 'status 600', fault: writes(`HTTP/1.1 600 Late\r\nContent-Length: ${length}\r\n\r\n`, json), sees: notTheApis(600) },
  { input: 'status 999', fault: writes(`HTTP/1.1 999 Late\r\nContent-Length: ${length}\r\n\r\n`, json), sees: notTheApis(999) },
  {
    input: 'a chunk extension of 1 MB',
    fault: writes(
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${Number(length).toString(16)};${'x'.repeat(1_000_000)}\r\n${json}\r\n0\r\n\r\n`,
    ),
    sees: success,
    but: { node: lost },
  },
  {
    input: 'trailers',
    fault: writes(
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: x-a\r\n\r\n${Number(length).toString(16)}\r\n${json}\r\n0\r\nx-a: b\r\n\r\n`,
    ),
    sees: success,
  },
  { input: 'headers of 100 KB', fault: answers(200, json, { 'x-long': 'x'.repeat(100_000) }), sees: lost },
  {
    input: 'two lengths that differ',
    fault: writes(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\nContent-Length: 3\r\n\r\n`, json),
    sees: lost,
  },
  {
    input: 'a length and chunks',
    fault: writes(
      `HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\nTransfer-Encoding: chunked\r\n\r\n${Number(length).toString(16)}\r\n${json}\r\n0\r\n\r\n`,
    ),
    sees: lost,
  },
  { input: 'a header that is no Latin-1', fault: answers(200, json, { 'x-a': 'ünïcode' }), sees: success },
  {
    input: '307',
    fault: answers(307, '', { location: '/elsewhere' }),
    sees: notTheApis(307),
    but: { fetch: 'FinAuthResponseError 307, never, 2 requests' },
  },
];

// One table for all three, so that one run is enough.
describe.runIf(transportName() === transportNames[0])('what a caller sees', () => {
  const table: string[][] = [];

  it.each(lines)('of $input', async ({ input: what, fault, sees, but }) => {
    const seen: string[] = [];
    for (const name of transportNames) seen.push(await see(name, fault));
    table.push([what, ...seen]);
    expect(Object.fromEntries(transportNames.map((name, index) => [name, seen[index]]))).toEqual(
      Object.fromEntries(transportNames.map((name) => [name, but?.[name] ?? sees])),
    );
  });

  afterAll(() => {
    const rows = [['input', ...transportNames], ...table];
    const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
    console.log(
      rows
        .map((row) =>
          row
            .map((cell, column) => cell.padEnd(widths[column]!))
            .join('  ')
            .trimEnd(),
        )
        .join('\n'),
    );
  });
});

async function see(name: TransportName, fault: Fault): Promise<string> {
  const server = await createFaultServer({ faults: [fault] });
  const transport = openTransport(name);
  onTestFinished(async () => void (await Promise.all([server.close(), transport.close()])));
  const finauth = createFinAuth({ baseUrl: server.url, credentials, retry: { baseDelayMs: 0 }, ...transport.options });
  const saw = await finauth.getBizToken(input).then(
    () => 'success',
    (error: unknown) => {
      if (!(error instanceof FinAuthError)) return String(error);
      const { status } = error as { status?: number };
      return `${error.name}${status === undefined ? '' : ` ${status}`}, ${error.retry}`;
    },
  );
  const requests = server.count();
  return `${saw}, ${requests} request${requests === 1 ? '' : 's'}`;
}
