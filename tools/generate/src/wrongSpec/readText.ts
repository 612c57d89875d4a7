import { readFile } from 'node:fs/promises';
import type { LocatedProblem } from '../problem.ts';

const strict = new TextDecoder('utf-8', { fatal: true });

/** A file's text without the byte order mark that some editors put before it; or what is wrong with it. `name` is how messages call it. */
export async function readText(
  path: string,
  name: string,
): Promise<{ text: string; problem?: never } | { problem: LocatedProblem; text?: never }> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const says = code === 'ENOENT' ? 'There is no such file.' : `The file cannot be read (${code}).`;
    return { problem: { file: name, line: 1, column: 1, says, remedy: 'Put it back, or see that it can be read.' } };
  }
  try {
    return { text: strict.decode(bytes) };
  } catch {
    const line = firstWrongLine(bytes);
    return { problem: { file: name, line, column: 1, says: 'This is not text in UTF-8.', remedy: 'Save the file as UTF-8.' } };
  }
}

/** No line end is within a character of UTF-8, so each line can be looked at by itself. */
function firstWrongLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const found = bytes.indexOf(0x0a, start);
    const end = found === -1 ? bytes.length : found + 1;
    try {
      strict.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return 1;
}
