import { fork } from 'node:child_process';
import { on } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type AnswerServer, startAnswerServer } from '../startAnswerServer.ts';

export const LONG_RUN_TRANSPORTS = ['fetch', 'undici', 'node:https'] as const;
export type LongRunTransport = (typeof LONG_RUN_TRANSPORTS)[number];

/** What the client's own process sees after a tenth of the calls. */
export interface Left {
  readonly heapBytes: number;
  /** On the signal that all calls share. */
  readonly signalListeners: number;
  /** On each socket, on average. */
  readonly socketListeners: number;
}

/** What is there after a tenth of the calls. */
export interface Tenth extends Left {
  /** As the server counts them. */
  readonly connections: number;
}

export type LongRun = Partial<Record<LongRunTransport, readonly Tenth[]>>;

const script = fileURLToPath(new URL('millionScript.ts', import.meta.url));

/** So many calls on each transport, 32 in flight, in a process of their own and against a server of their own, so that no other connection is counted. */
export async function measureMillion(answer: object, calls: number, say: (what: string) => void): Promise<LongRun> {
  const longRun: Partial<Record<LongRunTransport, Tenth[]>> = {};
  for (const transport of LONG_RUN_TRANSPORTS) {
    say(`${calls.toLocaleString('en')} calls on ${transport}`);
    const server = await startAnswerServer(answer);
    try {
      longRun[transport] = await callAndCount(transport, server, Math.ceil(calls / 10));
    } finally {
      server.close();
    }
  }
  return longRun;
}

async function callAndCount(transport: LongRunTransport, server: AnswerServer, callsATenth: number): Promise<Tenth[]> {
  const child = fork(script, [transport, server.url, String(callsATenth)], { execArgv: ['--expose-gc'] });
  const tenths: Tenth[] = [];
  for await (const [left] of on(child, 'message', { close: ['exit'] }) as AsyncIterable<[Left]>) {
    const connections = await server.openConnections();
    // Calls were made a moment ago, and connections are kept for seconds: if there is none, it is the counting that is wrong.
    if (connections < 1) throw new Error(`${transport} holds no connection after its calls, which cannot be`);
    tenths.push({ ...left, connections });
    child.send('go on');
  }
  if (tenths.length !== 10) throw new Error(`The long run on ${transport} ended after ${tenths.length} of 10 tenths`);
  return tenths;
}
