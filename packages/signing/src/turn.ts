// As it is when this is loaded: tests with a clock of their own put another in its place, and the turns of the event loop are not theirs.
const later: typeof setImmediate | undefined = /* @__PURE__ */ (() => globalThis.setImmediate)();

const MOST_IN_A_TURN = 16;

/** What begins in a turn that is to come, in the order in which it came. */
const waiting: (() => void)[] = [];
let isToCome = false;

/**
 * A call's turn to begin. The first in a turn of the event loop begins at once, and those who follow it in the next ones, sixteen in each. What begins together
 * goes out together, for a wake-up of the network costs more than a request. And of hundreds that a busy process has in flight few are half done at any time:
 * the others would have left the processor's cache before it gets back to them. A slow network keeps nobody here, for turns then follow one another at once.
 */
export async function turn(): Promise<void> {
  // Not every runtime has turns to give.
  if (later === undefined) return;
  if (isToCome) return new Promise((resolve) => void waiting.push(resolve));
  isToCome = true;
  later(begin);
}

function begin(): void {
  const together = waiting.splice(0, MOST_IN_A_TURN);
  // One more turn comes after the last of them, so that whoever comes until then waits for it.
  isToCome = together.length > 0;
  if (isToCome) later!(begin);
  for (const go of together) go();
}
