import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * A port that nobody has, for a program that cannot find one by itself. It lies below those that systems hand out, and so does the one 10,000 above it, which a
 * Redis of a cluster has too: until the program listens, no connection and no server that asks for any port can take them.
 */
export async function freePort(): Promise<number> {
  const port = 12_000 + randomInt(10_000);
  return (await isFree(port)) && (await isFree(port + 10_000)) ? port : await freePort();
}

/** Whether a program can listen there, on this machine only. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', ({ code, message }: NodeJS.ErrnoException) => (code === 'EADDRINUSE' ? done(false) : fail(new Error(message))));
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)));
  });
}
