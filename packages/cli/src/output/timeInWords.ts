const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A time as a date and how far it is away: "2027-01-15 08:00:00 UTC, 3 minutes ago". */
export function timeInWords(seconds: number, nowMs: number): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return 'no date';
  const iso = date.toISOString();
  return `${iso.slice(0, iso.indexOf('T'))} ${iso.slice(iso.indexOf('T') + 1, -5)} UTC, ${distance(seconds - Math.floor(nowMs / 1000))}`;
}

/** A span in words: "3 minutes", "1 second". */
export function span(seconds: number): string {
  const [unit, length] = unitOf(seconds);
  const count = Math.round(Math.abs(seconds) / length);
  return `${count.toLocaleString('en-US')} ${unit}${count === 1 ? '' : 's'}`;
}

function distance(seconds: number): string {
  if (seconds === 0) return 'now';
  return seconds > 0 ? `in ${span(seconds)}` : `${span(seconds)} ago`;
}

/** The largest unit of which there are two: "90 seconds" says more than "2 minutes". */
function unitOf(seconds: number): (typeof UNITS)[number] {
  return UNITS.find(([, length]) => Math.abs(seconds) >= 2 * length) ?? UNITS.at(-1)!;
}
