import { runtimeHas } from './runtimeHas.ts';

/**
 * An AbortController whose signal the runtime's own `fetch` takes. In jsdom under Node, the global one is jsdom's, of which Node's `fetch` wants to know nothing
 * from Node 24 on; node:util makes one of Node's.
 */
export function ownController(): AbortController {
  if ((globalThis as { document?: unknown }).document === undefined || !runtimeHas('undici')) return new AbortController();
  return process.getBuiltinModule('node:util').transferableAbortController();
}
