import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { CommandError } from '../commandError.ts';
import type { Terminal } from '../output/terminal.ts';

/** Whether somebody is there to be asked. */
export function canAsk({ stdin, stderr }: Terminal): boolean {
  return stdin.isTTY && stderr.isTTY;
}

/**
 * Asks for a line and shows none of it.
 *
 * @throws {CommandError} for Ctrl-C, or the end of the input.
 */
export function askHidden({ stdin, stderr }: Terminal, question: string): Promise<string> {
  // readline knows of editing keys and of pasting; where it would echo, there is nothing.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: silent, terminal: true, historySize: 0 });
  // Only now does the terminal no longer echo.
  stderr.write(`${question} (what you type stays hidden): `);
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      settle();
      lines.close();
      stderr.write('\n');
    };
    lines.once('line', (line) => end(() => resolve(line.trim())));
    lines.once('SIGINT', () => end(() => reject(new CommandError('interrupted', 'Stopped.'))));
    lines.once('close', () => reject(new CommandError('interrupted', 'The input ended before you answered.')));
  });
}
