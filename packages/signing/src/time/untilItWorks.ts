/**
 * What is made of options, at once, and of the environment where they say nothing. If that lacks something, it is not the time to complain: a build loads
 * modules without it, and programs read a file of settings after they have loaded theirs. So each use tries again, until it works once.
 *
 * @param isGiven Whether the options say it all, so that a failure is theirs, and is thrown at once.
 */
export function untilItWorks<T>(make: () => T, isGiven: boolean): () => T {
  let made: T | undefined;
  const use = (): T => (made ??= make());
  try {
    use();
  } catch (error) {
    if (isGiven) throw error;
  }
  return use;
}
