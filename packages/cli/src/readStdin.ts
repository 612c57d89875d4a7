import { CommandError } from './commandError.ts';
import type { Terminal } from './terminal.ts';

const MAX_BYTES = 65_536;

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
    if (length > MAX_BYTES)
      throw new CommandError('usage', `What comes from stdin is longer than ${MAX_BYTES} bytes, which no signature or secret is.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
