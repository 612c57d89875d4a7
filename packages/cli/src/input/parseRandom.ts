import { signatureScheme } from '@finauth-sdk/client';
import { InvalidArgumentError } from 'commander';

const { randomMaxDigits } = signatureScheme;

/** The random number of a signature, as its digits stand: zeros before it are signed too. */
export function parseRandom(text: string): string {
  if (/^\d+$/.test(text) && text.length <= randomMaxDigits) return text;
  throw new InvalidArgumentError(`Use a whole number of at most ${randomMaxDigits} digits, from 0 to ${10 ** randomMaxDigits - 1}.`);
}
