/** An HTTP date ("Sun, 06 Nov 2094 08:49:37 GMT") in milliseconds since 1970; undefined for what is missing, or is no such date in all its parts. */
export function parseHttpDate(text: string | null): number | undefined {
  const time = Date.parse(text ?? '');
  // Past the year 4999 nothing could be signed.
  return time < Date.UTC(5000) && new Date(time).toUTCString() === text ? time : undefined;
}

/** What `Retry-After` asks for, seconds or a date, in milliseconds from now; undefined for what is missing or neither. */
export function parseRetryAfter(text: string | null, now: number): number | undefined {
  if (text !== null && /^\d+$/.test(text)) return Math.min(Number(text) * 1000, Number.MAX_SAFE_INTEGER);
  const date = parseHttpDate(text);
  return date === undefined ? undefined : Math.max(0, date - now);
}
