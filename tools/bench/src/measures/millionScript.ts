// Run by measureMillion.ts with --expose-gc: calls without end in sight, and what they leave behind. Prints one line of JSON.
import { createFinAuth } from '@finauth-sdk/signing';
import { getEventListeners } from 'node:events';

const [url, total] = process.argv.slice(2) as [string, string];
const TENTHS = 10;
const callsATenth = Math.ceil(Number(total) / TENTHS);
const { signal } = new AbortController();
const finauth = createFinAuth({ baseUrl: url, credentials: { apiKey: 'bench-key', apiSecret: 'bench-secret' } });

const tenths = [];
for (let tenth = 1; tenth <= TENTHS; tenth++) {
  let left = callsATenth;
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      while (left-- > 0) await finauth.getBizToken({ liveness_id: 'your-scene', uuid: 'user-0042' }, { signal });
    }),
  );
  for (let round = 0; round < 5; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const sockets = process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
  tenths.push({ heapBytes: process.memoryUsage().heapUsed, listeners: getEventListeners(signal, 'abort').length, sockets });
  process.stderr.write(`  ${tenth * 10} % of ${Number(total).toLocaleString('en')} calls\n`);
}
process.stdout.write(JSON.stringify(tenths), () => process.exit());
