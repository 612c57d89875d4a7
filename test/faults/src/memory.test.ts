import type { Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it, vi } from 'vitest';
import { createRig, input } from './createRig.ts';
import { emptyBlocks, endlessName, floods } from './faults.ts';
import type { Fault } from './faultServer.ts';
import { transportName } from './openTransport.ts';
import { outcomeOf } from './settle.ts';

const FOR_MS = 1_000;
// What the kernel holds between the two sides is part of it.
const MOST_BYTES = 20 * 1_048_576;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What is kept, without what only waits for the collector. */
function kept(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

it.each<[string, Fault, boolean]>([
  ['a body without end', floods('HTTP/1.1 200 OK\r\n\r\n', Buffer.alloc(0x40000, ' ')), true],
  // Over fetch the runtime decompresses, and only the time tells that nothing will come of it.
  ['gzip whose file name has no end', endlessName, transportName() !== 'fetch'],
  ['gzip of empty blocks without end', emptyBlocks, transportName() !== 'fetch'],
])('%s is not taken in', async (_what, fault, isCounted) => {
  let pouring: Socket | undefined;
  const { finauth } = await createRig({
    faults: [(socket, request) => fault((pouring = socket), request)],
    timers: globalThis,
    now: Date.now,
    timeoutMs: FOR_MS,
    retry: false,
  });
  const before = kept();
  // Shortly before its time is over. What is longer than it may be has ended long since.
  const meanwhile = new Promise<number>((resolve) => void setTimeout(() => resolve(kept() - before), 0.8 * FOR_MS));
  const outcome = await outcomeOf(finauth.getBizToken(input));
  const poured = pouring!.bytesWritten;
  const keptMeanwhile = await meanwhile;
  if (isCounted) {
    expect(keptMeanwhile, 'bytes kept').toBeLessThan(MOST_BYTES);
    expect(poured, 'bytes sent').toBeLessThan(MOST_BYTES);
  }
  // Whatever a runtime takes in, it lets go of once the call has ended.
  await vi.waitFor(() => expect(kept() - before, 'bytes kept afterwards').toBeLessThan(MOST_BYTES), { timeout: 10_000, interval: 100 });
  expect(outcome).toMatchObject({ ok: false, error: { name: isCounted ? 'FinAuthResponseError' : 'FinAuthTimeoutError' } });
});
