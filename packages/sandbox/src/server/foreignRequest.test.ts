import { networkInterfaces } from 'node:os';
import { signatureScheme } from '@finauth-sdk/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../startSandbox.ts';
import { call, signByHand } from '../testing/call.ts';
import { PATH } from '../testing/limitedSandbox.ts';
import { http, part, rawRequest, type RawAnswer } from '../testing/rawRequest.ts';

const PAGE = ['/', '/_sandbox/page.css', '/_sandbox/page.js', '/_sandbox/events'];

let sandbox: Sandbox;
let port: number;
beforeAll(async () => {
  sandbox = await startSandbox({ allowedHosts: ['sandbox', 'dev.test:8080'] });
  port = Number(new URL(sandbox.url).port);
});
afterAll(() => sandbox.close());

/** The beginning of the answer is enough: events have no end. */
function page(path: string, ...headers: string[]): Promise<RawAnswer> {
  return rawRequest(sandbox.url, http([`GET ${path} HTTP/1.1`, ...headers].join('\n').replaceAll('PORT', String(port))));
}

describe('the page', () => {
  it.each([
    ['localhost:PORT'],
    ['LOCALHOST:PORT'],
    ['localhost.:PORT'],
    ['finauth.localhost:PORT'],
    ['127.0.0.1:PORT'],
    ['127.1.2.3:PORT'],
    ['[::1]:PORT'],
    ['[::ffff:127.0.0.1]:PORT'],
    // Allowed.
    ['sandbox'],
    ['sandbox:PORT'],
    ['sandbox:9999'],
    ['dev.test:8080'],
  ])('is there for the host %s', async (host) => {
    for (const path of PAGE) expect((await page(path, `Host: ${host}`)).status, path).toBe(200);
  });

  it.each([
    ['evil.test:PORT'],
    ['evil.test'],
    ['127.0.0.1.evil.test:PORT'],
    ['localhost.evil.test:PORT'],
    ['evil-localhost:PORT'],
    ['evil.test#localhost:PORT'],
    ['localhost:PORT@evil.test'],
    ['localhost'],
    ['localhost:1'],
    ['127.0.0.1:99999'],
    ['10.0.0.1:PORT'],
    ['[::2]:PORT'],
    ['xsandbox'],
    ['sandbox.evil.test'],
    ['dev.test'],
    ['dev.test:8081'],
    [''],
  ])('is not there for the host “%s”', async (host) => {
    for (const path of PAGE) {
      const answer = await page(path, `Host: ${host}`);
      expect({ path, status: answer.status, type: answer.headers['content-type'] }).toEqual({
        path,
        status: 403,
        type: 'text/plain; charset=utf-8',
      });
    }
  });

  it('is not there without a Host, or for one that only a proxy speaks of', async () => {
    expect((await rawRequest(sandbox.url, 'GET / HTTP/1.0\r\n\r\n')).status).toBe(403);
    expect((await page('/', 'Host: evil.test:PORT', 'X-Forwarded-Host: localhost:PORT')).status).toBe(403);
  });

  it.each([
    ['an origin of its own', 200, ['Origin: http://localhost:PORT']],
    ['its own request', 200, ['Sec-Fetch-Site: same-origin']],
    ['an address that somebody typed', 200, ['Sec-Fetch-Site: none', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document']],
    ['another origin', 403, ['Origin: http://evil.test']],
    ['another port of this machine', 403, ['Origin: http://localhost:1']],
    ['an origin that browsers hide', 403, ['Origin: null']],
    ['a prefix of its own', 403, ['Origin: http://localhost:PORT.evil.test']],
    ['another scheme', 403, ['Origin: file://localhost:PORT']],
    ['another site', 403, ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: script']],
    ['another site’s frame', 403, ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: iframe']],
    ['another port’s page', 403, ['Sec-Fetch-Site: same-site', 'Sec-Fetch-Mode: cors', 'Sec-Fetch-Dest: empty']],
  ])('for %s: %i', async (_what, status, headers) => {
    for (const path of PAGE) expect((await page(path, 'Host: localhost:PORT', ...headers)).status, path).toBe(status);
  });

  it('may be linked to from another site', async () => {
    const headers = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'];
    const request = http([`GET / HTTP/1.1`, `Host: localhost:${port}`, ...headers].join('\n'));
    expect((await rawRequest(sandbox.url, request)).status).toBe(200);
  });

  it('says what to do', async () => {
    const answer = await rawRequest(sandbox.url, http(`GET / HTTP/1.1\nHost: dev.evil.test:${port}`));
    expect(answer.body).toContain(`“dev.evil.test:${port}”`);
    expect(answer.body).toContain('allowedHosts');
  });

  it.runIf(otherAddress() !== undefined)('is there for the address that it is reached at, where it listens on all', async () => {
    await using open = await startSandbox({ host: '0.0.0.0' });
    const at = `${otherAddress()}:${new URL(open.url).port}`;
    const ask = (host: string): Promise<RawAnswer> => rawRequest(`http://${at}`, http(`GET / HTTP/1.1\nHost: ${host}`));
    expect((await ask(at)).status).toBe(200);
    expect((await ask(`evil.test:${new URL(open.url).port}`)).status).toBe(403);
  });
});

describe('the API', () => {
  const post = (...headers: string[]): Promise<RawAnswer> => {
    const parts = [part('sign', signByHand(sandbox)), part('sign_version', signatureScheme.algorithm), part('liveness_id', 'scene')];
    const head = [`POST ${PATH} HTTP/1.1`, 'Content-Type: multipart/form-data; boundary=line', ...headers].join('\n');
    return rawRequest(sandbox.url, http(head.replaceAll('PORT', String(port)), `${parts.join('')}--line--\r\n`));
  };

  it.each([
    ['a server, by whatever name', ['Host: finauth.internal']],
    ['a server without a Host', []],
    ['a server behind a proxy', ['Host: localhost:PORT', 'X-Forwarded-Host: app.test', 'X-Forwarded-For: 10.0.0.1']],
    ['the sandbox’s own page', ['Host: localhost:PORT', 'Origin: http://localhost:PORT', 'Sec-Fetch-Site: same-origin']],
    ['a page of an allowed host, over TLS', ['Host: sandbox', 'Origin: https://sandbox', 'Sec-Fetch-Site: same-origin']],
  ])('judges a call of %s', async (_what, headers) => {
    expect((await post(...headers)).status).toBe(200);
  });

  it.each([
    ['another site', ['Host: localhost:PORT', 'Origin: http://evil.test', 'Sec-Fetch-Site: cross-site']],
    ['another site, by a browser that tells the origin alone', ['Host: localhost:PORT', 'Origin: https://evil.test']],
    ['another site, by a browser that tells the site alone', ['Host: localhost:PORT', 'Sec-Fetch-Site: cross-site']],
    ['a sandboxed frame', ['Host: localhost:PORT', 'Origin: null', 'Sec-Fetch-Site: cross-site']],
    ['another port of this machine', ['Host: localhost:PORT', 'Origin: http://localhost:3000', 'Sec-Fetch-Site: same-site']],
    ['a name that was made to mean this machine', ['Host: evil.test:PORT', 'Origin: http://evil.test:PORT', 'Sec-Fetch-Site: same-origin']],
  ])('neither judges nor records a post of %s, and fails no less for it', async (_what, headers) => {
    const before = sandbox.requests.length;
    sandbox.set({ fail: { times: 1 } });
    const answer = await post(...headers);
    expect({ status: answer.status, type: answer.headers['content-type'] }).toEqual({ status: 403, type: 'text/plain; charset=utf-8' });
    expect(answer.body).toMatch(/another (?:origin|site)/);
    expect(sandbox.requests).toHaveLength(before);
    expect((await call(sandbox)).status).toBe(500);
    expect((await call(sandbox)).status).toBe(200);
  });

  it('answers a foreign post whose body does not come, and lets go of it', async () => {
    const head = `POST ${PATH} HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.test\r\nContent-Length: 1000000\r\n\r\nx`;
    const answer = await rawRequest(sandbox.url, head);
    expect(answer.status).toBe(403);
    expect(answer.headers.connection).toBe('close');
  });
});

it.each([['http://sandbox'], ['*'], ['sandbox/path'], ['a b'], [''], [1]])('refuses %j among the allowed hosts', async (entry) => {
  await expect(startSandbox({ allowedHosts: [entry as string] })).rejects.toThrow(/^allowedHosts must be an array of hosts/);
});

/** An address of this machine that is not its loopback. */
function otherAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flat()
    .find((found) => found?.family === 'IPv4' && !found.internal)?.address;
}
