/** Whether an exchange that failed says something about its connection: a time that is over does, the caller's own abort does not. */
export function isLoss(signal: AbortSignal | undefined): boolean {
  if (signal?.aborted !== true) return true;
  const { code, name } = (signal.reason ?? {}) as { code?: unknown; name?: unknown };
  return code === 'ERR_TIMEOUT' || name === 'TimeoutError';
}
