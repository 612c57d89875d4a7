// Run by threadServer.ts in a thread of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { createFaultServer, type Fault } from './faultServer.ts';
import type { ThreadData } from './threadServer.ts';

const port = parentPort!;
const { pieces, counts } = workerData as ThreadData;

const answers: Fault = (socket) => {
  Atomics.add(counts, 1, 1);
  port.postMessage('request');
  for (const [index, [afterMs, bytes]] of pieces.entries()) setTimeout(send, afterMs, bytes, index === pieces.length - 1);

  // Not when all of it has gone out: a long answer does not fit into what the system keeps for a reader who is busy.
  function send(bytes: Uint8Array | string, isLast: boolean): void {
    socket.write(bytes);
    if (!isLast) return;
    Atomics.add(counts, 0, 1);
    Atomics.notify(counts, 0);
  }
};

const server = await createFaultServer({ faults: [answers], keep: false });
port.postMessage(server.port);
