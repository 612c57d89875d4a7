import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { floods, succeeds } from './faults.ts';
import { createFaultServer } from './faultServer.ts';
import { transportName } from './openTransport.ts';

// A million chunks of one byte: as many as are taken, and one more. They come some thousands at a time.
const oneByteEach = floods('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', Buffer.from('1\r\n \r\n'.repeat(0x1000)));

/** What so many such answers at once cost a process of its own, over the transport of this run. */
export async function answersOfManyChunks(calls: number): Promise<{ grownByMiB: number; errors: (string | false)[] }> {
  const server = await createFaultServer({ faults: [oneByteEach] });
  const good = await createFaultServer({ faults: [succeeds] });
  try {
    const script = fileURLToPath(new URL('memoryScript.ts', import.meta.url));
    // V8 lets garbage lie until its young generation is full, up to some 48 MiB. A small one leaves what is kept.
    const args = ['--max-semi-space-size=4', script, server.url, good.url, String(calls)];
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      env: { ...process.env, FAULTS_TRANSPORT: transportName() },
    });
    return JSON.parse(stdout) as { grownByMiB: number; errors: (string | false)[] };
  } finally {
    await Promise.all([server.close(), good.close()]);
  }
}
