import { InvalidArgumentError } from 'commander';

// The last second with ten digits, in 2286: what has more is no time in seconds.
const LATEST_MS = 9_999_999_999_999;

/** A time given as an option, in milliseconds since 1970: whole seconds since 1970, or an ISO date. */
export function parseTime(text: string): number {
  const ms = /^\d{1,11}$/.test(text) ? Number(text) * 1000 : /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (ms >= 0 && ms <= LATEST_MS) return ms;
  throw new InvalidArgumentError('Use whole seconds since 1970, of at most ten digits, or a date such as 2027-01-15T08:00:00Z.');
}
