/** How long a connection that has nothing to do is kept, in milliseconds, unless the server wants it back sooner. */
export const DEFAULT_KEEP_ALIVE_MS = 4_000;

// A server that says "timeout=5" closes after five seconds. What is sent just before that would meet a closed connection.
const MARGIN_MS = 1_000;

/** How long the server says that it keeps an idle connection, with a margin; undefined where it does not say. */
export function keepAliveHintMs(header: string): number | undefined {
  const [, seconds] = /(?:^|[\s,;])timeout\s*=\s*"?(\d+)/i.exec(header) ?? [];
  return seconds === undefined ? undefined : Math.max(0, Number(seconds) * 1_000 - MARGIN_MS);
}

/**
 * Whether a connection has been idle for too long to be trusted, by the time of day: the clocks of timers stand still while a machine sleeps or a function is
 * frozen, and the other end has long closed it then. A clock that was set back says nothing, so such a connection is not trusted either.
 */
export function isStale(idleSince: number, keepAliveMs: number): boolean {
  const idleMs = Date.now() - idleSince;
  return idleMs < 0 || idleMs >= keepAliveMs;
}
