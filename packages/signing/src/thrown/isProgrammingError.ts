import { readThrown } from './readThrown.ts';

// What V8, JavaScriptCore and SpiderMonkey say of a mistake in code. Of a network that failed, `fetch` makes a TypeError too, with other words.
const MISTAKES =
  / is not (?:a (?:func|constr|valid)|(?:async )?iter|an obj|defined)|^Cannot (?:read|set|destruct|convert|access)|(?:undefined|null) is not| is (?:undefined|null)$|can't access|before init/;

/** Whether an error says that code is wrong, so that it would fail the same way again. */
export function isProgrammingError(error: unknown): boolean {
  const { name, message, isText } = readThrown(error);
  if (isText) return false;
  return name === 'ReferenceError' || (name === 'TypeError' && typeof message === 'string' && MISTAKES.test(message));
}
