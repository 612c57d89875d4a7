// Both halves of a number up to ten digits are then integers that the engine divides fast.
const HALF_DIGITS = 5;
const HALF = 10 ** HALF_DIGITS;
const ZERO = 0x30;

/** Writes a whole number as decimal digits, and returns where they end. To make a text of it first would take a third as long as the digest. */
export function writeDecimal(number: number, bytes: Uint8Array, at: number): number {
  const high = Math.floor(number / HALF);
  const low = number - high * HALF;
  if (high === 0) return writeDigits(low, countDigits(low), bytes, at);
  return writeDigits(low, HALF_DIGITS, bytes, writeDigits(high, countDigits(high), bytes, at));
}

function writeDigits(number: number, digits: number, bytes: Uint8Array, at: number): number {
  for (let index = at + digits - 1, rest = number; index >= at; index--, rest = Math.trunc(rest / 10)) bytes[index] = ZERO + (rest % 10);
  return at + digits;
}

function countDigits(number: number): number {
  let digits = 1;
  for (let limit = 10; number >= limit; limit *= 10) digits++;
  return digits;
}
