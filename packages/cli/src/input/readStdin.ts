import { CommandError } from '../commandError.ts';
import type { Terminal } from '../output/terminal.ts';

/** Many times what a signature or a secret has. To look for mistakes in much more would take seconds. */
export const MAX_BYTES = 4_096;

/**
 * All of stdin, which is short for whatever this command reads.
 *
 * @throws {CommandError} for what is too long.
 */
export async function readStdin({ stdin }: Terminal): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stdin as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BYTES) throw tooLong('The text on stdin');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function tooLong(what: string): CommandError {
  return new CommandError('usage', `${what} is longer than ${MAX_BYTES} bytes, which no signature or secret is. Give the signature alone.`);
}
