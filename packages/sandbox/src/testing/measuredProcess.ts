import { startSandbox } from '../startSandbox.ts';
import type { MeasuredOptions } from './measuredSandbox.ts';

// The other side of measuredSandbox: the first message has the options, each one after it asks for the bytes that are held.
process.once('message', async ({ clockAt, ...options }: MeasuredOptions) => {
  const { url } = await startSandbox({ ...options, now: () => clockAt });
  process.on('message', async () => {
    // What has been closed is let go a moment later, and some of it only by a second collection.
    await new Promise((done) => setTimeout(done, 700));
    globalThis.gc!();
    globalThis.gc!();
    const { heapUsed, external } = process.memoryUsage();
    process.send!(heapUsed + external);
  });
  process.send!(url);
});
