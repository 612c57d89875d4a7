// As it is when this is loaded: tests with a clock of their own put another in its place, and the network's turns are not theirs.
const later = /* @__PURE__ */ (() => globalThis.setImmediate)();

/**
 * Requests of one turn of the event loop go out together: on a busy process this saves up to a third, for a wake-up of the network costs more than a request.
 * Rejects with the signal's reason if it was aborted by then.
 */
export async function nextTurn(signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => void later(resolve));
  signal?.throwIfAborted();
}
