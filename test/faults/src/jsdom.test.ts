// @vitest-environment jsdom
import { createFinAuth } from '@finauth-sdk/signing';
import { expect, it, onTestFinished } from 'vitest';
import { createRig, credentials, input, until } from './createRig.ts';
import { goodAnswer, refuses, saysNothing, succeeds } from './faults.ts';
import { openTransport } from './openTransport.ts';

const dangerouslyAllowBrowser = true;

it('is jsdom', () => {
  expect([typeof window, navigator.userAgent]).toEqual(['object', expect.stringContaining('jsdom')]);
});

it('refuses a secret, unless it is allowed', () => {
  expect(() => createFinAuth({ baseUrl: 'http://127.0.0.1:9', credentials })).toThrow('dangerouslyAllowBrowser: true');
});

it('mints a token, asks again, and tells of a refusal', async () => {
  const { finauth, server } = await createRig({
    faults: [succeeds, refuses(429, 'CONCURRENCY_LIMIT_EXCEEDED', { 'retry-after': '0' }), succeeds, refuses(403, 'AUTHENTICATION_ERROR')],
    dangerouslyAllowBrowser,
    jitter: () => 0,
  });
  expect(await finauth.getBizToken({ ...input, uuid: 'ü語😀' }, { headers: { 'x-trace': 'a' } })).toEqual(goodAnswer);
  expect(await finauth.getBizToken(input)).toEqual(goodAnswer);
  await expect(finauth.getBizToken(input)).rejects.toMatchObject({ code: 'AUTHENTICATION_ERROR' });
  expect(server.requests).toHaveLength(4);
  expect(server.requests[0]!.fields.get('uuid')).toBe('ü語😀');
});

it('ends by the abort of a signal of jsdom’s, and closes the connection', async () => {
  const { finauth, server } = await createRig({ faults: [saysNothing], dangerouslyAllowBrowser });
  const controller = new AbortController();
  const call = finauth.getBizToken(input, { signal: controller.signal });
  await until(() => server.requests.length === 1);
  controller.abort('gone');
  await expect(call).rejects.toBe('gone');
  await until(() => server.openSockets() === 0);
});

it('ends in time by jsdom’s own timers', async () => {
  const { server } = await createRig({ faults: [saysNothing], dangerouslyAllowBrowser });
  const transport = openTransport();
  onTestFinished(() => transport.close());
  const finauth = createFinAuth({
    baseUrl: server.url,
    credentials,
    dangerouslyAllowBrowser,
    ...transport.options,
    timeoutMs: 50,
    retry: false,
  });
  await expect(finauth.getBizToken(input)).rejects.toMatchObject({ name: 'FinAuthTimeoutError' });
  await until(() => server.openSockets() === 0);
});
