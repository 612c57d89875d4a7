/** How many bytes a string takes as UTF-8. A lone surrogate counts as the three bytes of U+FFFD, which is what goes over the wire for it. */
export function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
