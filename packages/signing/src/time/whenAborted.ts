import type { AbortSignalLike } from '../platform/platform.ts';

interface Hub {
  readonly listeners: Set<() => void>;
  readonly tell: () => void;
}

// One listener on each signal, whatever the number of calls: from eleven on, Node 20 warns of a leak.
const hubs: WeakMap<AbortSignalLike, Hub> = /* @__PURE__ */ new WeakMap();

/** Calls the listener once, when the signal is aborted. Returns what takes the listener away again. */
export function whenAborted(signal: AbortSignalLike | undefined, listener: () => void): () => void {
  if (signal === undefined) return () => {};
  const hub = hubs.get(signal) ?? open(signal);
  hub.listeners.add(listener);
  return () => {
    if (hub.listeners.delete(listener) && hub.listeners.size === 0) close(signal, hub);
  };
}

function open(signal: AbortSignalLike): Hub {
  const listeners = new Set<() => void>();
  const hub: Hub = {
    listeners,
    tell() {
      close(signal, hub);
      const told = [...listeners];
      listeners.clear();
      for (const listener of told) listener();
    },
  };
  hubs.set(signal, hub);
  signal.addEventListener('abort', hub.tell);
  return hub;
}

function close(signal: AbortSignalLike, hub: Hub): void {
  signal.removeEventListener('abort', hub.tell);
  if (hubs.get(signal) === hub) hubs.delete(signal);
}

/**
 * Waits for something, unless the signal is aborted: then it rejects at once with the signal's reason.
 *
 * @param start Begins what is waited for. Returns what ends it early.
 */
export function untilAborted<T = void>(
  signal: AbortSignalLike | undefined,
  start: (resolve: (value: T) => void, reject: (reason: unknown) => void) => () => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let isAborted = false;
    let endEarly: (() => void) | undefined;
    const forget = whenAborted(signal, () => {
      isAborted = true;
      endEarly?.();
      reject(reasonOf(signal!));
    });
    endEarly = start(
      (value) => (forget(), resolve(value)),
      (reason) => (forget(), reject(reason)),
    );
    // By what has just begun, such as a listener to events that aborts its own call.
    if (isAborted) endEarly();
  });
}

/** What a call rejects with whose signal has been aborted: the signal's own reason, whatever that is. */
export function reasonOf(signal: AbortSignalLike): unknown {
  try {
    const { reason } = signal;
    if (reason !== undefined) return reason;
  } catch {
    // A signal of another make, whose listeners nobody is there to catch for.
  }
  const message = 'This operation was aborted';
  if (typeof DOMException === 'function') return new DOMException(message, 'AbortError');
  return Object.assign(new Error(message), { name: 'AbortError' });
}

/** As `signal.throwIfAborted()`, which a polyfill may not have. */
export function throwIfAborted(signal: AbortSignalLike | undefined): void {
  if (signal?.aborted) throw reasonOf(signal);
}
