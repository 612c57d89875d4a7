import { fillers } from './transformations.ts';

/**
 * How many characters of a secret a reader could get from what is shown, if a whole text was made of so many: by the longest piece of that text that stands in it
 * as it was written, but for case and signs; or by the words, or beginnings of words, that it has in the same order.
 */
export function carried(shown: string, written: string, secretLength: number): number {
  const words = wordsOf(written);
  const inOrder = (secretLength * inWords(wordsOf(shown), words)) / Math.max(words.join('').length, leastLength(secretLength));
  return Math.max(inOrder, carriedInOne(shown, written, secretLength));
}

/** The same for a long text with much else in it, where words could be the same by chance: in one piece. */
export function carriedInOne(shown: string, written: string, secretLength: number): number {
  const whole = fold(written);
  return (secretLength * longestPiece(fold(shown), whole)) / Math.max(whole.length, leastLength(secretLength));
}

/** Where signs tell something too, not all of a text is counted. But no text of ASCII tells more than this in a character. */
const leastLength = (secretLength: number): number => (secretLength * 6) / Math.log2(95);

// What is left out stays seen, or what stands on either side of it could be a piece by chance.
const fold = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}\p{M}\p{S}…]/gu, '');
/** Words that stand there whatever the secret is say nothing of it. */
const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}\p{M}\p{S}]+/gu) ?? []).filter((word) => !fillers.has(word));

function longestPiece(shown: string, whole: string): number {
  let longest = 0;
  for (let at = 0; at + longest < whole.length; at++)
    while (at + longest < whole.length && shown.includes(whole.slice(at, at + longest + 1))) longest++;
  return longest;
}

/** The letters of the words that both have, in order: a longest common subsequence. */
function inWords(shown: readonly string[], written: readonly string[]): number {
  let row = Array.from({ length: written.length + 1 }, () => 0);
  for (const word of shown) {
    const next = [0];
    for (const [at, other] of written.entries())
      next.push(Math.max(next[at]!, row[at + 1]!, other.startsWith(word) ? row[at]! + word.length : 0));
    row = next;
  }
  return row.at(-1)!;
}
