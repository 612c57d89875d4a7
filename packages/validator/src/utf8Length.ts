/** How many bytes a string takes as UTF-8. A lone surrogate counts as the three bytes of U+FFFD, which is what goes over the wire for it. */
export function utf8Length(text: string): number {
  let length = 0;
  // Counted here, and not by a TextEncoder: Jest's jsdom has none.
  for (const character of text) {
    const point = character.codePointAt(0)!;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return length;
}
