import type { Spread } from '../statistics.ts';

/** A number in as many digits as it deserves: three, or all before the point. */
export function figure(value: number): string {
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString('en', { minimumFractionDigits: Math.min(digits, 2), maximumFractionDigits: Math.min(digits, 2) });
}

/** The median, and the range behind it. */
export function withRange({ median, min, max }: Spread): string {
  return `${figure(median)} (${figure(min)}–${figure(max)})`;
}
