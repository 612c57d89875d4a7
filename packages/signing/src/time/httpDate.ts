import { headerText } from '../platform/headerText.ts';

// Past the year 4999 nothing could be signed.
const LIMIT_MS = /* @__PURE__ */ Date.UTC(5000);

// The two older forms of RFC 9110, section 5.6.7.
const RFC_850 = /^((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day), (\d\d)-(\w{3})-(\d\d) (.{8}) GMT$/;
const ASCTIME = /^(\w{3}) (\w{3}) ( \d|\d\d) (.{8}) (\d{4})$/;

/**
 * An HTTP date in any of its three forms, in milliseconds since 1970; undefined for what is missing, or is no such date in all its parts.
 *
 * @param now In milliseconds since 1970: RFC 850 has years of two digits, and means one that is at most fifty years ahead.
 */
export function parseHttpDate(text: string | null | undefined, now: number): number | undefined {
  const given = text?.trim() ?? '';
  // A leap second is the last of a day. A Date has none.
  const usual = given.replace('23:59:60', '23:59:59').replace(RFC_850, withFullYear).replace(ASCTIME, inUsualOrder);
  const time = Date.parse(usual);
  // Date.parse takes much else, and passes over a wrong day of the week.
  if (!(time < LIMIT_MS) || new Date(time).toUTCString() !== usual) return undefined;
  return given.includes('23:59:60') ? time + 1_000 : time;

  /** The latest year that ends so and in which the date is not more than fifty years ahead. */
  function withFullYear(_all: string, day: string, date: string, month: string, year: string, clock: string): string {
    const inFiftyYears = new Date(now);
    inFiftyYears.setUTCFullYear(inFiftyYears.getUTCFullYear() + 50);
    const century = Math.floor(inFiftyYears.getUTCFullYear() / 100);
    const inCentury = (it: number): string => `${day.slice(0, 3)}, ${date} ${month} ${it}${year} ${clock} GMT`;
    return Date.parse(inCentury(century)) > inFiftyYears.getTime() ? inCentury(century - 1) : inCentury(century);
  }
}

const inUsualOrder = (_all: string, day: string, month: string, date: string, clock: string, year: string): string =>
  `${day}, ${date.replace(' ', '0')} ${month} ${year} ${clock} GMT`;

/** What `Retry-After` asks for, whole seconds or a date, in milliseconds from now; undefined for what is missing or neither. */
export function parseRetryAfter(text: string | null | undefined, now: number): number | undefined {
  const trimmed = text?.trim() ?? '';
  if (/^\d+$/.test(trimmed)) return Math.min(Number(trimmed) * 1000, Number.MAX_SAFE_INTEGER);
  const date = parseHttpDate(trimmed, now);
  return date === undefined ? undefined : Math.max(0, date - now);
}

// As many digits as a cache may write (RFC 9111, section 1.2.2).
const AGE = /^\d{1,10}$/;

/** The server's time by an answer's headers, in milliseconds since 1970: its `Date`, and for how long caches have kept it since (`Age`). */
export function serverTimeOf(headers: Headers, now: number): number | undefined {
  const age = headerText(headers, 'age')?.trim() ?? '0';
  const date = parseHttpDate(headerText(headers, 'date'), now);
  return date === undefined || !AGE.test(age) ? undefined : date + Number(age) * 1000;
}
