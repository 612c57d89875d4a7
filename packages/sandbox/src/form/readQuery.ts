/**
 * The pairs of a query as bytes, in the way that servers read a form: a "+" is a space, and what is percent-encoded is a byte. A signature whose "+" was not
 * encoded arrives without it, as it would at FinAuth.
 */
export function readQuery(url: string): [name: string, value: Buffer][] {
  const [, query = ''] = /^[^?#]*\?([^#]*)/.exec(url) ?? [];
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      return [decode(name).toString('utf8'), decode(rest.join('='))];
    });
}

/** A percent sign that begins no byte is itself. */
function decode(text: string): Buffer {
  const bytes = text.replaceAll('+', ' ').replaceAll(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  // A request line has no character above 255, so that each is a byte.
  return Buffer.from(bytes, 'latin1');
}
