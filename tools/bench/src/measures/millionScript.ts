// Run by measureMillion.ts with --expose-gc: calls without end in sight, and what they leave behind. Tells what is there after each tenth, and waits until
// it is told to go on, so that the server's connections can be counted meanwhile.
import { createFinAuth, type FinAuthOptions } from '@finauth-sdk/signing';
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { LIVENESS_ID, UUID } from '../contenders/contender.ts';
import { abortListenersOf, listenersOfEach } from './countListeners.ts';
import type { Left, LongRunTransport } from './measureMillion.ts';

const [transportName, url, callsATenth] = process.argv.slice(2) as [LongRunTransport, string, string];
const TENTHS = 10;

// Every client's sockets pass here, those of Node's own fetch too.
const sockets = new Set<Socket>();
subscribe('net.client.socket', (message) => {
  const { socket } = message as { socket: Socket };
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
});

const { signal } = new AbortController();
const finauth = createFinAuth({
  baseUrl: url,
  credentials: { apiKey: 'bench-key', apiSecret: 'bench-secret' },
  ...(await transportOptions(transportName)),
});

for (let tenth = 1; tenth <= TENTHS; tenth++) {
  let toDo = Number(callsATenth);
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      while (toDo-- > 0) await finauth.getBizToken({ liveness_id: LIVENESS_ID, uuid: UUID }, { signal });
    }),
  );
  for (let round = 0; round < 5; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const left: Left = {
    heapBytes: process.memoryUsage().heapUsed,
    signalListeners: abortListenersOf(signal),
    socketListeners: listenersOfEach(sockets),
  };
  const goOn = once(process, 'message');
  process.send?.(left);
  await goOn;
}
process.exit();

/** Loaded only where it is used, so that none adds to another's heap. */
async function transportOptions(name: LongRunTransport): Promise<FinAuthOptions> {
  if (name === 'undici') return { transport: (await import('@finauth-sdk/signing/undici')).undiciTransport() };
  if (name === 'node:https') return { transport: (await import('@finauth-sdk/signing/node')).nodeTransport() };
  return {};
}
