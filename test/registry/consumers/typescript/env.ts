declare const process: { env: Record<string, string | undefined> };

/** A variable that must be set. */
export function env(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set.`);
  return value;
}
