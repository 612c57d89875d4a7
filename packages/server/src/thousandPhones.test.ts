import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth } from '@finauth-sdk/signing';
import { getRequestListener } from '@hono/node-server';
import { once } from 'node:events';
import { type ClientRequest, createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { createTokenHandler } from './createTokenHandler.ts';
import { memoryStore } from './memoryStore.ts';

const PHONES = 1000;
const LIMIT = 20;
const hangsUp = (phone: number): boolean => phone % 10 === 3;

it('a thousand phones at once, of which a tenth hang up before their call is sent: nothing is minted for those', async () => {
  await using sandbox = await startSandbox({ maxConcurrent: LIMIT, latencyMs: 1 });
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  // Until then every call is under way, and none is sent: it waits for its credentials, or in line.
  const credentials = () => opened.then(() => sandbox.credentials);
  const finauth = createFinAuth({ baseUrl: sandbox.url, credentials, maxConcurrency: LIMIT, retry: false, timeoutMs: 60_000 });
  const store = memoryStore();
  const arrived = new Set<string>();
  const gone = new Set<string>();
  const errors: unknown[] = [];
  const handler = createTokenHandler({
    finauth,
    store,
    authorize: (request) => {
      const uuid = request.headers.get('authorization')!;
      request.signal.addEventListener('abort', () => gone.add(uuid));
      arrived.add(uuid);
      return { liveness_id: 'scene', uuid };
    },
    onError: (error) => errors.push(error),
  });
  const server = createServer(getRequestListener(handler, { overrideGlobalObjects: false })).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const phones = Array.from({ length: PHONES }, (_, phone) => callFrom(port, `user-${phone}`));
  const answers = Promise.all(phones.map(({ answer }) => answer));
  await expect.poll(() => arrived.size).toBe(PHONES);
  expect(store.size).toEqual({ users: PHONES, tokens: 0, calls: PHONES });

  const left = phones.filter((_, phone) => hangsUp(phone));
  for (const { request } of left) request.destroy();
  await expect.poll(() => gone.size).toBe(left.length);
  // Let go of at once, and not when the others are done.
  expect(store.size.calls).toBe(PHONES - left.length);
  expect(sandbox.requests).toHaveLength(0);
  open();

  const statuses = (await answers).map((answer) => answer?.status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(PHONES - left.length);
  expect(statuses.filter((status) => status === undefined)).toHaveLength(left.length);
  // The sandbox would have refused the one call that is too many.
  expect(errors).toEqual([]);
  const tokens = (await answers).flatMap((answer) => (answer === undefined ? [] : [answer.body.biz_token]));
  expect(new Set(tokens).size).toBe(PHONES - left.length);
  expect(sandbox.issued.size).toBe(PHONES - left.length);
  expect(new Set([...sandbox.issued].map(({ fields }) => fields['uuid']))).toEqual(
    new Set(Array.from({ length: PHONES }, (_, phone) => phone).flatMap((phone) => (hangsUp(phone) ? [] : [`user-${phone}`]))),
  );
  expect(store.size).toMatchObject({ tokens: PHONES - left.length, calls: 0 });
  server.close();
});

interface Answer {
  readonly status: number;
  readonly body: { readonly biz_token: string };
}

/** A phone with a connection of its own. It has no answer if it hangs up. */
function callFrom(port: number, user: string): { request: ClientRequest; answer: Promise<Answer | undefined> } {
  const headers = { authorization: user };
  const request = httpRequest({ host: '127.0.0.1', port, path: '/token', method: 'POST', headers, agent: false });
  const answer = new Promise<Answer | undefined>((resolve) => {
    request.on('response', async (response) =>
      resolve({ status: response.statusCode!, body: JSON.parse(await text(response)) as Answer['body'] }),
    );
    request.on('error', () => resolve(undefined));
  });
  request.end();
  return { request, answer };
}
