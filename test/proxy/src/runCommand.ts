import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const finauth = join(dirname(createRequire(import.meta.url).resolve('@finauth-sdk/cli/package.json')), 'dist/finauth.js');

export interface CommandOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command on one line of Node, with no environment but what is given. */
export function runCommand(node: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<CommandOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [finauth, ...args], { env });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdin.end();
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
