import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { createRig, input, until } from './createRig.ts';
import { emptyBlocks, endlessName, floods } from './faults.ts';
import type { Fault } from './faultServer.ts';
import { transportName } from './openTransport.ts';
import { type Outcome, outcomeOf } from './settle.ts';

const TIMEOUT_MS = 10_000;
// What the kernel holds between the two sides is part of it.
const MOST_BYTES = 20 * 1_048_576;
/** How much is poured before the client's clock is moved on to the end of the call. */
const POURED_BYTES = 2 * MOST_BYTES;

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
  const { finauth, clock } = await createRig({
    faults: [(socket, request) => fault((pouring = socket), request)],
    timeoutMs: TIMEOUT_MS,
    retry: false,
  });
  const before = kept();
  let outcome: Outcome | undefined;
  void outcomeOf(finauth.getBizToken(input)).then((result) => (outcome = result));
  let mostKept = 0;
  // The client's clock stands still: what ends a call here is what has come, however long that takes.
  const isOver = (): boolean => outcome !== undefined || (pouring?.bytesWritten ?? 0) > POURED_BYTES;
  while (!isOver()) {
    await sleep(50);
    mostKept = Math.max(mostKept, kept() - before);
  }
  const poured = pouring!.bytesWritten;
  clock.advance(TIMEOUT_MS);
  await until(() => outcome !== undefined);
  if (isCounted) {
    expect(mostKept, 'bytes kept').toBeLessThan(MOST_BYTES);
    expect(poured, 'bytes sent').toBeLessThan(MOST_BYTES);
  }
  // Whatever a runtime takes in, it lets go of once the call has ended.
  await until(() => kept() - before < MOST_BYTES);
  expect(outcome).toMatchObject({ ok: false, error: { name: isCounted ? 'FinAuthResponseError' : 'FinAuthTimeoutError' } });
});
