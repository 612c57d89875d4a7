import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface WorkerOptions {
  readonly redis: { readonly url?: string; readonly sentinelPort?: number };
  readonly sandbox: string;
  readonly credentials: { readonly apiKey: string; readonly apiSecret: string };
  readonly limit: number;
  readonly share: number;
  readonly key: string;
  readonly callers: number;
  readonly timeoutMs: number;
  readonly leaseMs: number;
  readonly clockOffsetMs: number;
}

/** What callers saw. */
export interface Report {
  tokens: number;
  readonly errors: Record<string, number>;
  slotsLost: number;
  readonly events: string[];
  longestMs: number;
}

export interface Worker {
  readonly process: ChildProcess;
  /** Has its calls end, and asks what came of them; undefined if it is dead. */
  stop(): Promise<Report | undefined>;
}

export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const process = fork(join(import.meta.dirname, 'worker.ts'), [JSON.stringify(options)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(process, 'message');
  return {
    process,
    async stop() {
      if (process.exitCode !== null || process.signalCode !== null) return undefined;
      const [report] = (process.send('stop'), await once(process, 'message')) as [Report];
      return report;
    },
  };
}
