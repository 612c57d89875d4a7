import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { credentials, input } from './createRig.ts';
import { goodAnswer, head } from './faults.ts';
import { openTransport } from './openTransport.ts';
import { startThreadServer, type ThreadServer } from './threadServer.ts';

const body = JSON.stringify(goodAnswer);
let server: ThreadServer;
beforeAll(async () => {
  // In a thread of its own, whose timers are real.
  server = await startThreadServer([[1, Buffer.concat([head(200, { 'content-length': String(body.length) }), Buffer.from(body)])]]);
});
afterAll(() => server.close());

it.each<[string, Parameters<typeof vi.useFakeTimers>[0]]>([
  ['those that vitest fakes unless it is told otherwise', undefined],
  // But for microtasks, without which Node's own fetch ends no call.
  [
    'all there are',
    { toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate', 'Date', 'performance'] },
  ],
])('with timers that never fire, calls end all the same: %s', { timeout: 30_000 }, async (_what, config) => {
  vi.useFakeTimers(config);
  try {
    // Loaded anew, after the timers have been put in place.
    vi.resetModules();
    const { createFinAuth } = await import('@finauth-sdk/signing');
    const transport = openTransport();
    const client = (options: object = {}) => createFinAuth({ baseUrl: server.url, credentials, ...transport.options, ...options });
    const finauth = client();
    for (let call = 0; call < 3; call++) expect(await finauth.getBizToken(input)).toEqual(goodAnswer);
    const many = await Promise.all(Array.from({ length: 60 }, () => finauth.getBizToken(input)));
    expect(many).toHaveLength(60);
    const queued = client({ maxConcurrency: 2 });
    expect(await Promise.all(Array.from({ length: 20 }, () => queued.getBizToken(input)))).toHaveLength(20);
    const controller = new AbortController();
    const aborted = finauth.getBizToken(input, { signal: controller.signal });
    controller.abort('gone');
    await expect(aborted).rejects.toBe('gone');
  } finally {
    vi.useRealTimers();
  }
});
