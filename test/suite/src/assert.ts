/** Throws unless both are the same when written as JSON, keys in any order. */
export function equal(actual: unknown, expected: unknown, what = 'the value'): void {
  const [left, right] = [write(actual), write(expected)];
  if (left !== right) throw new Error(`${what} is ${left}, and should be ${right}`);
}

/** Throws unless it holds. */
export function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(`It does not hold that ${what}`);
}

/** What the step throws or rejects with, which must be one of these. */
export async function thrownBy<E extends Error>(kind: abstract new (...args: never[]) => E, step: () => unknown): Promise<E> {
  let value: unknown;
  try {
    value = await step();
  } catch (error) {
    if (error instanceof kind) return error;
    throw new Error(`${kind.name} should have been thrown, and it was ${String(error)}`, { cause: error });
  }
  throw new Error(`${kind.name} should have been thrown, and ${write(value)} was returned`);
}

function write(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) => (isPlain(part) ? Object.fromEntries(Object.entries(part).sort()) : part)) ?? 'undefined'
  );
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
