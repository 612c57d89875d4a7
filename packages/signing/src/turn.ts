import { runtimeHas } from './runtimeHas.ts';

// As it is when this is loaded: tests with a clock of their own put another in its place, and the turns of the event loop are not theirs. Only where the whole
// process shares one loop: workerd ends a turn with the request that asked for it, and everybody else's calls would wait for ever.
const later: typeof setImmediate | undefined = /* @__PURE__ */ (() => (runtimeHas('uv') ? globalThis.setImmediate : undefined))();

const MOST_IN_A_TURN = 16;

/** What begins in a turn that is to come, in the order in which it came. */
const waiting: (() => void)[] = [];
let isToCome = false;

/**
 * A call's turn to begin. The first in a turn of the event loop begins at once, and those who follow it in the next ones, sixteen in each. What begins together
 * goes out together, for a wake-up of the network costs more than a request. And of hundreds that a busy process has in flight few are half done at any time:
 * the others would have left the processor's cache before it gets back to them. A slow network keeps nobody here, for turns then follow one another at once.
 * Rejects at once with the signal's reason if it is aborted while the call waits.
 */
export async function turn(signal?: AbortSignal): Promise<void> {
  if (later === undefined) return;
  if (isToCome) return wait(signal);
  isToCome = true;
  later(begin);
}

function wait(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal!.reason);
    signal?.addEventListener('abort', onAbort);
    waiting.push(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    });
  });
}

function begin(): void {
  const together = waiting.splice(0, MOST_IN_A_TURN);
  // One more turn comes after the last of them, so that whoever comes until then waits for it.
  isToCome = together.length > 0;
  if (isToCome) later!(begin);
  for (const go of together) go();
}
