import { InvalidArgumentError } from 'commander';

/** Reads a whole number that is given as an option, within its bounds. */
export function parseCount(least: number, most: number = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const count = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
    if (count >= least && count <= most) return count;
    throw new InvalidArgumentError(
      most === Number.MAX_SAFE_INTEGER ? `Use a whole number, ${least} or more.` : `Use a whole number from ${least} to ${most}.`,
    );
  };
}

// More than a timer of Node can wait: it would end at once.
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** Reads a time to wait, in milliseconds. */
export const parseWaitMs: (text: string) => number = parseCount(1, LONGEST_WAIT_MS);
