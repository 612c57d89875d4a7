/** Calls back with an ETIMEDOUT after a time, unless it is cancelled. */
export function deadline(timeoutMs: number, late: (error: NodeJS.ErrnoException) => void): { cancel(): void } {
  const timer = setTimeout(() => late(Object.assign(new Error('It took too long'), { code: 'ETIMEDOUT' })), timeoutMs);
  return { cancel: () => clearTimeout(timer) };
}
