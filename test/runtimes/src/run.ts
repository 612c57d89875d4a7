import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const runners = join(import.meta.dirname, '..', 'runners');

export const runnerPath = (name: string): string => join(runners, name);

/** Runs a command of a runtime, with none of our own environment's FINAUTH variables, and gives what it printed. */
export async function run(command: string, args: readonly string[]): Promise<unknown> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('FINAUTH_')));
  const { stdout } = await execute(command, args, { env: { ...env, DENO_NO_UPDATE_CHECK: '1' }, timeout: 100_000, maxBuffer: 2 ** 26 });
  return JSON.parse(stdout);
}
