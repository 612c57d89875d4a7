import { InvalidArgumentError } from 'commander';

/** A number given as an option: a whole one, of at least 0. */
export function parseCount(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('Give a whole number, 0 or more.');
  return Number(text);
}
