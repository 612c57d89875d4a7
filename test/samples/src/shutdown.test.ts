import { exampleAnswers } from '@finauth-sdk/client/examples';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { startServer } from './server.ts';

interface Held {
  /** How many calls have come. */
  calls(): number;
  /** Answers them. */
  answer(): void;
}

/** The sample, and a FinAuth that answers when it is told to. */
async function start(graceMs: number): Promise<{ finauth: Held; server: Awaited<ReturnType<typeof startServer>> }> {
  const waiting: ServerResponse[] = [];
  let calls = 0;
  const stub = createServer((request, response) => request.resume().on('end', () => waiting.push(response) && calls++)).listen(
    0,
    '127.0.0.1',
  );
  await once(stub, 'listening');
  const server = await startServer('shutdown.ts', {
    FINAUTH_BASE_URL: `http://127.0.0.1:${(stub.address() as AddressInfo).port}`,
    FINAUTH_API_KEY: 'key',
    FINAUTH_API_SECRET: 'secret',
    GRACE_MS: String(graceMs),
  });
  onTestFinished(() => {
    server.stop();
    stub.closeAllConnections();
    stub.close();
  });
  const answer = (): void => {
    for (const response of waiting.splice(0)) response.end(JSON.stringify({ ...exampleAnswers.getBizToken, biz_token: 'the-token' }));
  };
  return { finauth: { calls: () => calls, answer }, server };
}

function isOpen(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

it('told to end in the middle of calls, it answers them, takes no more, and ends by itself', async () => {
  const { finauth, server } = await start(30_000);
  const asked = [1, 2, 3].map(async () => (await fetch(server.url)).json());
  await expect.poll(finauth.calls).toBe(3);
  server.stop();
  // It accepts no more connections, and is still running.
  await expect.poll(() => isOpen(server.url)).toBe(false);
  finauth.answer();
  expect(await Promise.all(asked)).toEqual([1, 2, 3].map(() => ({ biz_token: 'the-token' })));
  expect(await server.exited).toEqual([0, null]);
  expect(server.log()).toMatch(/\nclosed\n$/);
  expect(finauth.calls()).toBe(3);
});

it('told to end while an answer does not come, it says so, and mints no second token', async () => {
  const { finauth, server } = await start(50);
  const asked = fetch(server.url);
  await expect.poll(finauth.calls).toBe(1);
  server.stop();
  expect((await asked).status).toBe(503);
  expect(await server.exited).toEqual([0, null]);
  expect(server.log()).toContain('FinAuthClosedError');
  expect(finauth.calls()).toBe(1);
});
