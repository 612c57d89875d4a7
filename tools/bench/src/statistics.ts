/** The middle of several measurements, and the range in which they lie. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function spread(samples: readonly number[]): Spread {
  if (samples.length === 0) throw new RangeError('There is nothing to take the median of');
  const sorted = samples.toSorted((a, b) => a - b);
  return { median: median(sorted), min: sorted[0]!, max: sorted.at(-1)! };
}

/** Of numbers in their order. */
function median(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!;
}

/** How many times one is of the other, round by round, so that what slows down a whole round cancels out. */
export function ratio(samples: readonly number[], base: readonly number[]): Spread {
  if (samples.length !== base.length) throw new RangeError('Ratios are of the same rounds');
  return spread(samples.map((sample, round) => sample / base[round]!));
}
