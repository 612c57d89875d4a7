const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
// Past the year 4999 nothing could be signed.
const LIMIT_MS = /* @__PURE__ */ Date.UTC(5000);

/** The three forms of RFC 9110, section 5.6.7: the present one, that of RFC 850 and that of asctime. */
const FORMS = [
  /^(?<day>\w{3}), (?<date>\d\d) (?<month>\w{3}) (?<year>\d{4}) (?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d) GMT$/,
  /^(?<day>\w{6,9}), (?<date>\d\d)-(?<month>\w{3})-(?<year>\d\d) (?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d) GMT$/,
  /^(?<day>\w{3}) (?<month>\w{3}) (?<date>[ \d]\d) (?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d) (?<year>\d{4})$/,
];

/**
 * An HTTP date in any of its three forms, in milliseconds since 1970; undefined for what is missing, or is no such date in all its parts.
 *
 * @param now In milliseconds since 1970: RFC 850 has years of two digits, and means one that is at most fifty years ahead.
 */
export function parseHttpDate(text: string | null, now: number): number | undefined {
  const trimmed = text?.trim() ?? '';
  for (const form of FORMS) {
    const parts = form.exec(trimmed)?.groups;
    if (parts !== undefined) return timeOf(parts, now);
  }
  return undefined;
}

function timeOf(
  { day = '', date, month = '', year = '', hours, minutes, seconds }: Record<string, string>,
  now: number,
): number | undefined {
  // A leap second is the last of a day. A Date has none.
  const isLeap = `${hours}:${minutes}:${seconds}` === '23:59:60';
  const given = [MONTHS.indexOf(month), Number(date), Number(hours), Number(minutes), isLeap ? 59 : Number(seconds)] as const;
  const fullYear = year.length === 2 ? fullYearOf(Number(year), given, now) : Number(year);
  const time = new Date(Date.UTC(fullYear, ...given));
  const found = [time.getUTCMonth(), time.getUTCDate(), time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()];
  const isReal = found.every((part, index) => part === given[index]) && time.getUTCFullYear() === fullYear;
  const dayName = DAYS[time.getUTCDay()];
  if (!isReal || time.getTime() >= LIMIT_MS || (day !== dayName && day !== dayName?.slice(0, 3))) return undefined;
  return time.getTime() + (isLeap ? 1_000 : 0);
}

/** The latest year that ends so and in which the date is not more than fifty years ahead. */
function fullYearOf(twoDigits: number, rest: readonly [number, number, number, number, number], now: number): number {
  const inFiftyYears = new Date(now);
  inFiftyYears.setUTCFullYear(inFiftyYears.getUTCFullYear() + 50);
  const last = inFiftyYears.getUTCFullYear();
  const year = last - ((last - twoDigits) % 100);
  return Date.UTC(year, ...rest) > inFiftyYears.getTime() ? year - 100 : year;
}

/** What `Retry-After` asks for, whole seconds or a date, in milliseconds from now; undefined for what is missing or neither. */
export function parseRetryAfter(text: string | null, now: number): number | undefined {
  const trimmed = text?.trim() ?? '';
  if (/^\d+$/.test(trimmed)) return Math.min(Number(trimmed) * 1000, Number.MAX_SAFE_INTEGER);
  const date = parseHttpDate(trimmed, now);
  return date === undefined ? undefined : Math.max(0, date - now);
}

// As many digits as a cache may write (RFC 9111, section 1.2.2).
const AGE = /^\d{1,10}$/;

/** The server's time by an answer's headers, in milliseconds since 1970: its `Date`, and for how long caches have kept it since (`Age`). */
export function serverTimeOf(headers: Headers, now: number): number | undefined {
  const age = headers.get('age')?.trim() ?? '0';
  const date = parseHttpDate(headers.get('date'), now);
  return date === undefined || !AGE.test(age) ? undefined : date + Number(age) * 1000;
}
