import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { workplace } from './places.ts';

/** The sample that runs until it is stopped. */
export const SERVER = 'server.ts';

/** Starts it, and tells where it listens, once it does. */
export async function startServer(env: Readonly<Record<string, string>>): Promise<{ url: string; log: () => string; stop: () => void }> {
  const child: ChildProcess = spawn(process.execPath, [SERVER], {
    cwd: workplace,
    env: { ...process.env, PORT: '0', NO_COLOR: '1', ...env },
  });
  let log = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', (text: string) => (log += text));
  const ended = once(child, 'close').then(() => ['']);
  const [line] = (await Promise.race([once(createInterface(child.stdout!), 'line'), ended])) as [string];
  const port = /port: (\d+)/.exec(line)?.[1];
  if (port === undefined) throw new Error(`The server did not say where it listens: ${log}`);
  return { url: `http://127.0.0.1:${port}`, log: () => log, stop: () => child.kill() };
}
