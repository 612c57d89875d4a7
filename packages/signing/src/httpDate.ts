// The one form of a date that HTTP still lets servers send: "Sun, 06 Nov 2094 08:49:37 GMT". Past the year 4999 nothing could be signed.
const IMF_FIXDATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [2-4]\d{3} \d{2}:\d{2}:\d{2} GMT$/;

/** An HTTP date in milliseconds since 1970, or undefined for what is missing or is none. */
export function parseHttpDate(text: string | null): number | undefined {
  const time = text !== null && IMF_FIXDATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** What `Retry-After` asks for, seconds or a date, in milliseconds from now; undefined for what is missing or neither. */
export function parseRetryAfter(text: string | null, now: number): number | undefined {
  if (text !== null && /^\d+$/.test(text)) return Math.min(Number(text) * 1000, Number.MAX_SAFE_INTEGER);
  const date = parseHttpDate(text);
  return date === undefined ? undefined : Math.max(0, date - now);
}
