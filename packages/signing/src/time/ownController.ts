import { runtimeHas } from '../platform/runtimeHas.ts';

let native: typeof AbortController | undefined;
// What fetch has held on to in place of Node's own: the next jsdom of the process has another.
let replaced: typeof AbortController | undefined;

/** The runtime's own class. In Node, node:util makes one of it whatever has been put in the place of the global one. */
function nativeController(): typeof AbortController {
  return (native ??=
    (runtimeHas('undici') &&
      (process.getBuiltinModule?.('node:util').transferableAbortController?.().constructor as typeof AbortController | undefined)) ||
    AbortController);
}

/**
 * An AbortController whose signal the runtime's own `fetch` takes. From Node 24 on that takes one class only: the one which was the global AbortController when
 * `fetch` was first used. So it is Node's, unless something like jsdom had replaced it by then.
 */
export function ownController(): AbortController {
  if (replaced !== undefined) return new replaced();
  const Native = nativeController();
  const own = new Native();
  if (Native === globalThis.AbortController || fetchTakes(own.signal)) return own;
  return new (replaced = AbortController)();
}

/** Whether the runtime's own `fetch` takes a signal. A Request is checked as `fetch` checks its options. */
function fetchTakes(signal: AbortSignal): boolean {
  if (typeof Request !== 'function') return true;
  try {
    return Boolean(new Request('http://localhost', { signal }));
  } catch {
    return false;
  }
}
