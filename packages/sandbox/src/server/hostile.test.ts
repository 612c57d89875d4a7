import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Sandbox, startSandbox } from '../startSandbox.ts';
import { call } from '../testing/call.ts';
import { expectApiForm } from '../testing/expectApiForm.ts';
import { good, limits, NOW, PATH } from '../testing/limitedSandbox.ts';
import { form, http, part, rawRequest } from '../testing/rawRequest.ts';
import { signatures } from '../testing/signatures.ts';

const multipart = `POST ${PATH} HTTP/1.1\nHost: x\nContent-Type: multipart/form-data; boundary=line`;

async function expectServing(sandbox: Sandbox): Promise<void> {
  expect((await call(sandbox)).status).toBe(200);
}

describe('hostile requests', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ now: () => NOW, limits });
  });
  // Whatever happened, it still serves.
  afterEach(async () => expectServing(sandbox));
  afterAll(() => sandbox.close());

  const cases: [what: string, bytes: Buffer, error: string | RegExp][] = [
    ['a part that is too long', form(PATH, part('sign', 'x'.repeat(20_000))), 'BAD_ARGUMENTS: sign'],
    ['an unknown part larger than a body may be', form(PATH, ...good, part('film', 'x'.repeat(300_000))), 'BAD_ARGUMENTS: film'],
    ['such a part with a long name', form(PATH, ...good, part('n'.repeat(300), 'x'.repeat(300_000))), `BAD_ARGUMENTS: ${'n'.repeat(100)}`],
    ['a body that is too large, before any part', http(multipart, 'x'.repeat(300_000)), 'MISSING_ARGUMENTS: sign'],
    [
      'a body that is too large and JSON',
      http(`POST ${PATH} HTTP/1.1\nHost: x\nContent-Type: application/json`, 'x'.repeat(300_000)),
      'MISSING_ARGUMENTS: sign',
    ],
    ['thousands of parts', form(PATH, ...Array.from({ length: 5_000 }, (_, index) => part(`f${index}`, ''))), 'MISSING_ARGUMENTS: sign'],
    [
      'thousands of parts without names',
      form(PATH, ...Array.from({ length: 5_000 }, () => '--line\r\n\r\n\r\n')),
      'MISSING_ARGUMENTS: sign',
    ],
    ['boundaries only', http(multipart, '--line\r\n'.repeat(20_000)), 'MISSING_ARGUMENTS: sign'],
    ['a part’s header that does not end', http(multipart, `--line\r\n${'X-Y: z\r\n'.repeat(20_000)}`), 'MISSING_ARGUMENTS: sign'],
    ['a name that would be a prototype’s', form(PATH, part('__proto__', 'x'), part('constructor', 'x')), 'MISSING_ARGUMENTS: sign'],
    ['a name with control characters', form(PATH, part('\u0000\u001b[31m', 'x')), 'MISSING_ARGUMENTS: sign'],
    ['an empty boundary', http(multipart.replace('=line', '='), good.join('')), 'MISSING_ARGUMENTS: sign'],
    [
      'a boundary of a thousand characters',
      http(multipart.replace('=line', `=${'x'.repeat(1000)}`), good.join('')),
      'MISSING_ARGUMENTS: sign',
    ],
    ['compressed bytes', http(`${multipart}\nContent-Encoding: gzip`, Buffer.from('1f8b0800', 'hex')), 'MISSING_ARGUMENTS: sign'],
    ['a header flood', Buffer.from(`POST ${PATH} HTTP/1.1\r\n${'X-Flood: yes\r\n'.repeat(5_000)}\r\n`), 'API_NOT_FOUND'],
    ['a header line of 100 kB', Buffer.from(`POST ${PATH} HTTP/1.1\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`), 'API_NOT_FOUND'],
    ['a path of 10 kB', http(`POST /${'x'.repeat(10_000)} HTTP/1.1\nHost: x`), 'API_NOT_FOUND'],
    ['no HTTP', Buffer.from('\u0016\u0003\u0001 this would be TLS\r\n\r\n'), 'API_NOT_FOUND'],
    ['no method', Buffer.from('\r\n\r\n\r\n /\r\n\r\n'), 'API_NOT_FOUND'],
    ['no Host', http(`POST ${PATH} HTTP/1.1`), 'MISSING_ARGUMENTS: sign'],
    ['an expectation that nobody has', http(`POST ${PATH} HTTP/1.1\nHost: x\nExpect: the-unexpected`), 'MISSING_ARGUMENTS: sign'],
    ['CONNECT', Buffer.from('CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n'), 'API_NOT_FOUND'],
    ['an upgrade', http(`GET ${PATH} HTTP/1.1\nHost: x\nConnection: Upgrade\nUpgrade: websocket`), 'API_NOT_FOUND'],
    [
      'both lengths',
      Buffer.from(`POST ${PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`),
      'API_NOT_FOUND',
    ],
    [
      'a chunk of no size',
      Buffer.from(`${multipart.replaceAll('\n', '\r\n')}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`),
      'MISSING_ARGUMENTS: sign',
    ],
    ['a path that goes up', http('GET /../../../../etc/passwd HTTP/1.1\nHost: x'), 'API_NOT_FOUND'],
    ['a path below the page', http('GET /_sandbox/../package.json HTTP/1.1\nHost: x'), 'API_NOT_FOUND'],
  ];

  it.each(cases)('%s', async (_what, bytes, error) => {
    expect(expectApiForm(await rawRequest(sandbox.url, bytes)).error).toBe(error);
  });

  it('a body that never ends is answered and cut off', async () => {
    const { hostname, port } = new URL(sandbox.url);
    const answer = await new Promise<string>((done) => {
      let text = '';
      const socket = connect(Number(port), hostname);
      socket.write(`${multipart.replaceAll('\n', '\r\n')}\r\nTransfer-Encoding: chunked\r\n\r\n`);
      const head = `--line\r\nContent-Disposition: form-data; name="uuid"\r\n\r\n`;
      socket.write(`${head.length.toString(16)}\r\n${head}\r\n`);
      const more = (): void => void (socket.writable && socket.write(`10000\r\n${'x'.repeat(0x10000)}\r\n`, () => setImmediate(more)));
      more();
      socket
        .on('data', (chunk) => (text += String(chunk)))
        .on('error', () => {})
        .on('close', () => done(text));
    });
    expect(answer).toContain('400 Bad Request');
    expect(answer).toContain('"error":"BAD_ARGUMENTS: uuid"');
  });

  it('a body that drips is answered after its time', async () => {
    const drip = Buffer.from(
      `${multipart.replaceAll('\n', '\r\n')}\r\nContent-Length: 1000\r\n\r\n${part('sign', signatures.good)}--line\r\n`,
    );
    const answer = await rawRequest(sandbox.url, drip);
    expect(expectApiForm(answer).error).toBe('MISSING_ARGUMENTS: sign_version');
    expect(answer.headers.connection).toBe('close');
    expect(sandbox.requests.at(-1)?.why.message).toContain('not complete after 300 ms');
  });

  it('a header that drips is answered after its time', async () => {
    expect(expectApiForm(await rawRequest(sandbox.url, `POST ${PATH} HTTP/1.1\r\nHost: x\r\nX-Slow: `)).error).toBe('API_NOT_FOUND');
  });

  it('a body that breaks after its answer gets no second one', async () => {
    const { hostname, port } = new URL(sandbox.url);
    const before = sandbox.requests.length;
    const text = await new Promise<string>((done) => {
      let seen = '';
      const socket = connect(Number(port), hostname, () => {
        socket.write('POST /nope HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
      });
      // Only when the answer is here does the rest come, and is no chunk.
      socket.once('data', () => socket.write('zz\r\nno chunk at all\r\n'));
      socket
        .on('data', (chunk) => (seen += String(chunk)))
        .on('error', () => {})
        .on('close', () => done(seen));
    });
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 404']);
    expect(sandbox.requests.slice(before).map(({ path }) => path)).toEqual(['/nope']);
  });

  it('a connection with many requests on it answers each', async () => {
    const one = form(PATH, ...good);
    const { hostname, port } = new URL(sandbox.url);
    const text = await new Promise<string>((done) => {
      let seen = '';
      const socket = connect(Number(port), hostname, () => socket.write(Buffer.concat(Array.from({ length: 20 }, () => one))));
      socket.on('data', (chunk) => {
        seen += String(chunk);
        if (seen.split('HTTP/1.1 200').length === 21) socket.destroy();
      });
      socket.on('close', () => done(seen));
    });
    expect(text.split('HTTP/1.1 200')).toHaveLength(21);
  });

  it('a caller that hangs up leaves nothing behind', async () => {
    // If one of them were still at work, the next call would be one too many.
    sandbox.set({ maxConcurrent: 1, latencyMs: 20 });
    const whole = form(PATH, ...good);
    const { hostname, port } = new URL(sandbox.url);
    await Promise.all(
      Array.from(
        { length: 50 },
        (_, index) =>
          new Promise<void>((done) => {
            const socket = connect(Number(port), hostname, () =>
              // Every other one hangs up while its answer is being made.
              socket.write(index % 2 === 0 ? whole : whole.subarray(0, 200), () => setTimeout(() => socket.resetAndDestroy(), 5)),
            );
            socket.on('error', () => {}).on('close', () => done());
          }),
      ),
    );
    // The sandbox hears of it when it gets to it; where one of them stays in its place for good, no call ever gets through.
    await vi.waitFor(async () => expect((await call(sandbox)).status).toBe(200), { timeout: 10_000 });
    sandbox.set({ maxConcurrent: null, latencyMs: 0 });
  });
});
