/** How many characters a string has: code points, of which some take two of JavaScript's units. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let index = 1; index < text.length; index++) if (isSecondHalf(text, index)) count--;
  return count;
}

function isSecondHalf(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800;
}
