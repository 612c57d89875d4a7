import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { floods, succeeds } from './faults.ts';
import { createFaultServer } from './faultServer.ts';
import { transportName } from './openTransport.ts';

const MIB = 1_048_576;
// A million chunks of one byte: as many as are taken, and one more. They come some thousands at a time.
const oneByteEach = floods('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', Buffer.from('1\r\n \r\n'.repeat(0x1000)));

async function grownBy(calls: number): Promise<{ grownBy: number; errors: string[] }> {
  const server = await createFaultServer({ faults: [oneByteEach] });
  const good = await createFaultServer({ faults: [succeeds] });
  onTestFinished(async () => void (await Promise.all([server.close(), good.close()])));
  const script = fileURLToPath(new URL('memoryScript.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, server.url, good.url, String(calls)], {
    env: { ...process.env, FAULTS_TRANSPORT: transportName() },
  });
  return JSON.parse(stdout) as { grownBy: number; errors: string[] };
}

it.each([
  [1, 45],
  [5, 120],
])('%i answers of a million chunks of one byte take at most %i MiB', async (calls, most) => {
  const { grownBy: bytes, errors } = await grownBy(calls);
  console.log(`${transportName()}, ${calls} at once: ${Math.round(bytes / MIB)} MiB`);
  expect(errors).toEqual(Array.from({ length: calls }, () => expect.stringContaining('maxResponseBytes') as string));
  expect(bytes / MIB).toBeLessThan(most);
});
