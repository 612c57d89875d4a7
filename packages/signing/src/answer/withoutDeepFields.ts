// An answer has two levels, or three.
const DEEPEST = 64;

/**
 * The JSON of an answer without the fields that are nested so deep that `JSON.stringify`, `structuredClone` or a logger of the caller's would overflow the stack.
 * The API has none. To refuse the answer for one would lose its token.
 *
 * @param bytes How long the text was: a short one cannot be deep, and is not looked through.
 */
export function withoutDeepFields(json: unknown, bytes: number): unknown {
  if (bytes <= 2 * DEEPEST || typeof json !== 'object' || json === null || Array.isArray(json)) return json;
  for (const [name, value] of Object.entries(json)) if (isDeep(value)) delete (json as Record<string, unknown>)[name];
  return json;
}

/** Level by level, and not by recursion, which would overflow too. */
function isDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.filter((it) => typeof it === 'object' && it !== null).flatMap((it) => Object.values(it as object));
  }
  return false;
}
