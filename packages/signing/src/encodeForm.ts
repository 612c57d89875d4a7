/** A body and what it is. */
export interface EncodedBody {
  readonly contentType: string;
  readonly body: string | Uint8Array;
}

const BOUNDARY = 'finauth-form-boundary';

/**
 * The fields as multipart/form-data in one string, at a fraction of what a FormData costs. A reader gets the same fields from both; Node and Bun make the very same bytes of them.
 * Undefined if a field is anything but text, such as a file: that is left to the platform.
 */
export function encodeForm(fields: Readonly<Record<string, unknown>>): EncodedBody | undefined {
  const entries = Object.entries(fields);
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return undefined;
  const boundary = boundaryFor(entries);
  const parts = entries.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name)}"\r\n\r\n${normalizeLineBreaks(value)}\r\n`,
  );
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: `${parts.join('')}--${boundary}--\r\n` };
}

/** One that is in no value. Looked for, where others leave it to chance; a name cannot hold one, for it has no line of its own. */
function boundaryFor(entries: readonly (readonly [string, string])[]): string {
  let boundary = BOUNDARY;
  for (let number = 2; entries.some(([, value]) => value.includes(boundary)); number++) boundary = `${BOUNDARY}-${number}`;
  return boundary;
}

function escapeName(name: string): string {
  return /["\r\n]/.test(name) ? normalizeLineBreaks(name).replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22') : name;
}

function normalizeLineBreaks(text: string): string {
  return /[\r\n]/.test(text) ? text.replaceAll(/\r\n|\r|\n/g, '\r\n') : text;
}
