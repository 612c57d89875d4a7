import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, vi } from 'vitest';
import { createPage } from './servePage.ts';
import { startSandbox } from '../startSandbox.ts';
import { call } from '../testing/call.ts';

const FILES = ['/', '/_sandbox/page.css', '/_sandbox/page.js'];

describe('the live page', () => {
  it('is there, and asks for nothing from anywhere else', async () => {
    await using sandbox = await startSandbox();
    for (const path of FILES) {
      const answer = await fetch(sandbox.url + path);
      const body = await answer.text();
      expect(answer.status).toBe(200);
      expect(body.length).toBeGreaterThan(500);
      expect(body).not.toMatch(/https?:|\/\/[a-z]|@import|url\(/i);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    const page = await (await fetch(sandbox.url)).text();
    const asked = [...page.matchAll(/(?:src|href)="([^"#][^"]*)"/g)].map(([, url]) => url!);
    expect(asked.filter((url) => url !== 'data:,').toSorted()).toEqual(FILES.slice(1));
    expect(sandbox.requests).toEqual([]);
  });

  it('puts nothing into the page as markup', async () => {
    const script = await readFile(new URL('../page/page.js', import.meta.url), 'utf8');
    expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b|Function\(/);
  });

  it('is told of the past, of each request, and of each setting, live', async () => {
    await using sandbox = await startSandbox();
    await call(sandbox, { uuid: '<img src=x onerror=alert(1)>' });
    const events = listen(sandbox.url);
    const state = await events.next('state');
    expect(state).toMatchObject({
      url: sandbox.url,
      apiKey: 'sandbox-key',
      apiSecret: 'sandbox-secret',
      requests: [{ status: 200, fields: { uuid: '<img src=x onerror=alert(1)>' } }],
    });
    expect(JSON.stringify(state.testIds)).toContain('sandbox-EXPIRED_SIGN');
    await call(sandbox, { apiSecret: 'another' });
    expect(await events.next('request')).toMatchObject({
      number: 2,
      status: 403,
      why: { mistake: 'wrongSecret' },
      remedy: expect.any(String),
    });
    sandbox.set({ quota: 3 });
    expect(await events.next('state')).toMatchObject({ settings: { quota: 3 } });
    sandbox.clock.advance(-3_600_000);
    expect(Math.abs(((await events.next('state')).now as number) - sandbox.clock.now())).toBeLessThan(1_000);
    await events.close();
  });

  it('is told of the settings that the sandbox itself changes', async () => {
    await using sandbox = await startSandbox({ quota: 5, fail: { times: 2 } });
    const events = listen(sandbox.url);
    expect(await events.next('state')).toMatchObject({ settings: { quota: 5, fail: { times: 2 } } });
    await call(sandbox);
    expect(await events.next('state')).toMatchObject({ settings: { quota: 5, fail: { times: 1 } } });
    await call(sandbox);
    expect(await events.next('state')).toMatchObject({ settings: { quota: 5, fail: { times: 0 } } });
    await call(sandbox);
    expect(await events.next('state')).toMatchObject({ settings: { quota: 4 } });
    await events.close();
  });

  it('is told the past once, and which run of the sandbox it is from', async () => {
    await using sandbox = await startSandbox();
    await using other = await startSandbox();
    await call(sandbox);
    const events = listen(sandbox.url);
    const start = await events.next('state');
    expect(start.requests).toHaveLength(1);
    sandbox.set({ permitted: false });
    const later = await events.next('state');
    expect(later.id).toBe(start.id);
    expect(later).not.toHaveProperty('requests');
    await events.close();
    const elsewhere = listen(other.url);
    expect((await elsewhere.next('state')).id).not.toBe(start.id);
    await elsewhere.close();
  });

  it('shows a secret to nobody who does not know it already', async () => {
    await using sandbox = await startSandbox({ credentials: { apiKey: 'mine', apiSecret: 'my-own-secret' } });
    await call(sandbox);
    const events = listen(sandbox.url);
    const state = JSON.stringify(await events.next('state'));
    expect(state).toContain('"mine"');
    expect(state).not.toContain('my-own-secret');
    await events.close();
  });

  it('is open to so many at once', async () => {
    await using sandbox = await startSandbox();
    const stop = new AbortController();
    const answers = await Promise.all(Array.from({ length: 25 }, () => fetch(`${sandbox.url}/_sandbox/events`, { signal: stop.signal })));
    expect(answers.filter(({ status }) => status === 503)).toHaveLength(5);
    stop.abort();
  });

  it('lets a listener go that reads nothing, and with it what was kept for it', async () => {
    const page = createPage(() => ({}));
    const server = createServer((request, response) => page.serve(request, response, '/_sandbox/events')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const responses = new Set<ServerResponse>();
    server.on('request', (_request, response) => responses.add(response));
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1', () => socket.write('GET /_sandbox/events HTTP/1.1\r\nHost: x\r\n\r\n')).pause();
    const isGone = once(
      socket.on('error', () => {}),
      'close',
    );
    await vi.waitFor(() => expect(responses.size).toBe(1));
    const [response] = responses;
    let told = 0;
    for (; told < 100 && !response!.destroyed; told++) page.tell('request', { text: 'x'.repeat(1_000_000) });
    // Four megabytes, and what one event more has.
    expect(response!.destroyed, `after ${told} MB`).toBe(true);
    expect(told).toBeLessThan(8);
    socket.resume();
    await isGone;
    server.close();
  });

  it('are told of a token at each step of its life', async () => {
    await using sandbox = await startSandbox();
    const { biz_token } = JSON.parse((await call(sandbox)).body) as { biz_token: string };
    const events = listen(sandbox.url);
    const { tokens } = await events.next('state');
    expect(tokens).toMatchObject([{ token: biz_token, state: 'minted', request: 1 }]);
    sandbox.phone.start(biz_token);
    expect(await events.next('token')).toMatchObject({ token: biz_token, state: 'on the phone' });
    sandbox.phone.complete(biz_token, { outcome: 'USER_TIMEOUT' });
    expect(await events.next('token')).toMatchObject({ token: biz_token, state: 'used', outcome: 'USER_TIMEOUT' });
    await events.close();
  });

  it('answers HEAD as well', async () => {
    await using sandbox = await startSandbox();
    // To HEAD nothing follows the head, whatever length it names: what ends the answer is the end of the connection.
    for (const path of [...FILES, '/_sandbox/events']) {
      const bytes = await everything(
        sandbox.url,
        `HEAD ${path} HTTP/1.1\r\nHost: ${new URL(sandbox.url).host}\r\nConnection: close\r\n\r\n`,
      );
      expect(bytes).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\r\n\r\n$/);
      expect(bytes.match(/\r\n\r\n/g)).toHaveLength(1);
    }
  });
});

/** All that a server sends until it ends the connection. */
function everything(url: string, request: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname, () => socket.write(request));
  return text(socket);
}

/** Server-sent events, read as they come. */
function listen(url: string): { next(event: string): Promise<Record<string, unknown>>; close(): Promise<void> } {
  const stop = new AbortController();
  const answer = fetch(`${url}/_sandbox/events`, { signal: stop.signal });
  let come = '';
  let reader: ReadableStreamDefaultReader<string> | undefined;
  return {
    async next(event) {
      reader ??= (await answer).body!.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const end = come.indexOf('\n\n');
        if (end < 0) {
          const { value, done } = await reader.read();
          if (done) throw new Error(`The events ended before ${event}`);
          come += value;
          continue;
        }
        const [name, data] = come.slice(0, end).split('\n');
        come = come.slice(end + 2);
        if (name === `event: ${event}`) return JSON.parse(data!.slice('data: '.length)) as Record<string, unknown>;
      }
    },
    async close() {
      stop.abort();
      await reader?.cancel().catch(() => {});
    },
  };
}
