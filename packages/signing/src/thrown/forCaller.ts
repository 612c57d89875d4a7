import { FinAuthError } from '../errors.ts';

/** Those that have been handed to a caller: whoever throws one twice does not make its stack grow. */
const handed: WeakSet<FinAuthError> = /* @__PURE__ */ new WeakSet();

/**
 * Prepares an error for whoever called: gives it the ID of the call, and adds the caller to its stack, which so far only knows of the timer or the socket that it
 * came from. To be called in the `catch` of the async function that the caller awaits, since the engine finds from there who awaits it. A call that succeeds
 * pays nothing for it.
 */
export function forCaller(error: unknown, callId: number): unknown {
  if (!(error instanceof FinAuthError) || handed.has(error)) return error;
  handed.add(error);
  try {
    error.callId = callId;
    const { stack } = error;
    // Whoever replaces Error.prepareStackTrace may make something else of it.
    const here: unknown = new Error().stack;
    if (typeof stack === 'string' && typeof here === 'string') {
      const known = new Set(stack.split('\n'));
      error.stack = [stack, ...framesOf(here).filter((frame) => !known.has(frame))].join('\n');
    }
  } catch {
    // Frozen, by whoever made it.
  }
  return error;
}

/** The lines of a stack that are frames, in the form of V8 or of the other engines, but for the first, which is this file's own. */
function framesOf(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at |@/.test(line))
    .slice(1);
}
