import { runtimeHas } from './runtimeHas.ts';
import { admitFirst, type Queue, waitIn } from './waitIn.ts';

// As it is when this is loaded: tests with a clock of their own put another in its place, and the turns of the event loop are not theirs. Only where the whole
// process shares one loop: workerd ends a turn with the request that asked for it, and everybody else's calls would wait for ever.
const later: typeof setImmediate | undefined = /* @__PURE__ */ (() => (runtimeHas('uv') ? globalThis.setImmediate : undefined))();

const MOST_IN_A_TURN = 16;

/** What begins in a turn that is to come. */
const waiting: Queue = /* @__PURE__ */ new Set();
let isToCome = false;

/**
 * A call's turn to begin. The first in a turn of the event loop begins at once, and those who follow it in the next ones, sixteen in each. What begins together
 * goes out together, for a wake-up of the network costs more than a request. And of hundreds that a busy process has in flight few are half done at any time:
 * the others would have left the processor's cache before it gets back to them. A slow network keeps nobody here, for turns then follow one another at once.
 * Rejects at once with the signal's reason if it is aborted while the call waits.
 */
export async function turn(signal?: AbortSignal): Promise<void> {
  if (later === undefined) return;
  if (isToCome) return waitIn(waiting, signal);
  isToCome = true;
  later(begin);
}

function begin(): void {
  let begun = 0;
  while (begun < MOST_IN_A_TURN && admitFirst(waiting)) begun++;
  // One more turn comes after the last of them, so that whoever comes until then waits for it.
  isToCome = begun > 0;
  if (isToCome) later!(begin);
}
