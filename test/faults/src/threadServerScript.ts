// Run by threadServer.ts in a thread of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { createFaultServer, type Fault } from './faultServer.ts';
import type { ThreadData } from './threadServer.ts';

const port = parentPort!;
const { pieces, counts } = workerData as ThreadData;

const answers: Fault = (socket) => {
  Atomics.add(counts, 1, 1);
  port.postMessage('request');
  const isWritten = (): void => {
    Atomics.add(counts, 0, 1);
    Atomics.notify(counts, 0);
  };
  for (const [index, [afterMs, bytes]] of pieces.entries()) {
    setTimeout(() => socket.write(bytes, index === pieces.length - 1 ? isWritten : undefined), afterMs);
  }
};

const server = await createFaultServer({ faults: [answers], keep: false });
port.postMessage(server.port);
