import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { workplace } from './places.ts';

/** The samples that run until they are stopped. */
export const SERVERS = ['endpoint.ts', 'onboarding.ts', 'readiness.ts', 'server.ts', 'shutdown.ts'] as const;

export interface StartedServer {
  readonly url: string;
  readonly log: () => string;
  readonly stop: () => void;
  /** With its exit code, or the signal that ended it. */
  readonly exited: Promise<readonly [code: number | null, signal: string | null]>;
}

/** Starts one, and tells where it listens, once it does. */
export async function startServer(sample: (typeof SERVERS)[number], env: Readonly<Record<string, string>>): Promise<StartedServer> {
  const child: ChildProcess = spawn(process.execPath, [sample], {
    cwd: workplace,
    env: { ...process.env, PORT: '0', NO_COLOR: '1', ...env },
  });
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
  let log = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', (text: string) => (log += text));
  const ended = once(child, 'close').then(() => ['']);
  const [line] = (await Promise.race([once(createInterface(child.stdout!), 'line'), ended])) as [string];
  const port = /port: (\d+)/.exec(line)?.[1];
  if (port === undefined) throw new Error(`The server did not say where it listens: ${log}`);
  return { url: `http://127.0.0.1:${port}`, log: () => log, stop: () => void child.kill(), exited };
}
