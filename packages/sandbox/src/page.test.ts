import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { startSandbox } from './startSandbox.ts';
import { call } from './testing/call.ts';
import { http, rawRequest } from './testing/rawRequest.ts';

const FILES = ['/', '/_sandbox/page.css', '/_sandbox/page.js'];

describe('the live page', () => {
  it('is there, and asks for nothing from anywhere else', async () => {
    await using sandbox = await startSandbox();
    for (const path of FILES) {
      const answer = await fetch(sandbox.url + path);
      const text = await answer.text();
      expect(answer.status).toBe(200);
      expect(text.length).toBeGreaterThan(500);
      expect(text).not.toMatch(/https?:|\/\/[a-z]|@import|url\(/i);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    const page = await (await fetch(sandbox.url)).text();
    const asked = [...page.matchAll(/(?:src|href)="([^"#][^"]*)"/g)].map(([, url]) => url!);
    expect(asked.filter((url) => url !== 'data:,').toSorted()).toEqual(FILES.slice(1));
    expect(sandbox.requests).toEqual([]);
  });

  it('puts nothing into the page as markup', async () => {
    const script = await readFile(new URL('./page/page.js', import.meta.url), 'utf8');
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
    expect(JSON.stringify(state.liveness)).toContain('sandbox-EXPIRED_SIGN');
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

  it('answers HEAD as well', async () => {
    await using sandbox = await startSandbox();
    expect(await rawRequest(sandbox.url, http('HEAD / HTTP/1.1\nHost: x\nConnection: close'), { timeoutMs: 500 })).toMatchObject({
      body: '',
    });
  });
});

/** Server-sent events, read as they come. */
function listen(url: string): { next(event: string): Promise<Record<string, unknown>>; close(): Promise<void> } {
  const stop = new AbortController();
  const answer = fetch(`${url}/_sandbox/events`, { signal: stop.signal });
  let text = '';
  let reader: ReadableStreamDefaultReader<string> | undefined;
  return {
    async next(event) {
      reader ??= (await answer).body!.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end < 0) {
          const { value, done } = await reader.read();
          if (done) throw new Error(`The events ended before ${event}`);
          text += value;
          continue;
        }
        const [name, data] = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        if (name === `event: ${event}`) return JSON.parse(data!.slice('data: '.length)) as Record<string, unknown>;
      }
    },
    async close() {
      stop.abort();
      await reader?.cancel().catch(() => {});
    },
  };
}
