const LENGTH = 100;

/** A text from outside, short and without control characters. */
export function printable(text: string): string {
  return text.slice(0, LENGTH).replaceAll(/\p{Cc}/gu, '\ufffd');
}
