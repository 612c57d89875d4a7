import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runProgram } from '../../../tools/runProgram.ts';

const finauth = join(dirname(createRequire(import.meta.url).resolve('@finauth-sdk/cli/package.json')), 'dist/finauth.js');

export interface CommandOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command on one line of Node, with no environment but what is given. */
export async function runCommand(node: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<CommandOutcome> {
  const { exitCode: code, ...said } = await runProgram(node, [finauth, ...args], { env });
  return { code, ...said };
}
