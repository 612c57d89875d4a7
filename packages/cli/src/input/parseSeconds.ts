import { InvalidArgumentError } from 'commander';

/** Reads a span that is given as an option, in whole seconds, ahead or behind. */
export function parseSeconds(text: string): number {
  if (/^[+-]?\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Use a whole number of seconds, such as 3600, or -3600 for an hour behind.');
}
