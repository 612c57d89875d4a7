// Run by measureCalls.ts, a process for each contender: as in a server, it shares neither garbage nor what the compiler has learnt with another client.
import type { Target } from '../contenders/contender.ts';
import type { ContenderId } from '../contenders/contenders.ts';
import { loadContender } from './loadContender.ts';

export interface CallsOrder {
  readonly inFlight: number;
  readonly milliseconds: number;
}

export interface CallsSample {
  readonly perSecond: number;
  readonly cpuMicros: number;
}

const [id, target] = process.argv.slice(2) as [ContenderId, string];
const connection = await loadContender(id, JSON.parse(target) as Target);
process.on('message', async (order: CallsOrder) => process.send?.(await run(order)));
process.on('disconnect', async () => {
  await connection.close?.();
  process.exit();
});
process.send?.('ready');

/** Keeps so many calls in flight until the time is over and the last of them has its answer. Each is made at least once. */
async function run({ inFlight, milliseconds }: CallsOrder): Promise<CallsSample> {
  let count = 0;
  const before = process.cpuUsage();
  const start = performance.now();
  const end = start + milliseconds;
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      do {
        await connection.getToken();
        count++;
      } while (performance.now() < end);
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { perSecond: count / seconds, cpuMicros: (user + system) / count };
}
