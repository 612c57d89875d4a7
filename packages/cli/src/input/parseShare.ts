import { InvalidArgumentError } from 'commander';

/** Reads a share that is given as an option. */
export function parseShare(text: string): number {
  const share = /^(?:[01](?:\.\d{1,9})?|\.\d{1,9})$/.test(text) ? Number(text) : Number.NaN;
  if (share <= 1) return share;
  throw new InvalidArgumentError('Use a number from 0 to 1, such as 0.2 for one call in five.');
}
