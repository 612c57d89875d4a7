/** Numbers that look random and are the same on every runtime and in every run, so that a failure can be repeated (mulberry32). */
export interface Chance {
  /** A whole number from 0 up to, but not including, the limit. */
  below(limit: number): number;
  /** Well-formed text of 1 to the given number of characters, of one to four bytes each in UTF-8. */
  text(longest: number): string;
}

// One range for each length in UTF-8, with the characters at its ends: control characters, umlauts, ideographs, emoji.
const RANGES = [
  [0x00, 0x7f],
  [0x80, 0x7ff],
  [0x800, 0xd7ff],
  [0xe000, 0xffff],
  [0x10000, 0x10ffff],
] as const;

export function createChance(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const character = (): string => {
    const [low, high] = RANGES[below(RANGES.length)]!;
    return String.fromCodePoint(low + below(high - low + 1));
  };
  return { below, text: (longest) => Array.from({ length: 1 + below(longest) }, character).join('') };
}
