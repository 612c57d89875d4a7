import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { workplace } from './places.ts';

export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An environment with nothing of FinAuth's in it but what is given. */
export function environment(env: Readonly<Record<string, string>>): Record<string, string | undefined> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(FINAUTH|VITEST|NODE_OPTIONS)/.test(name));
  return {
    ...Object.fromEntries(inherited),
    NO_COLOR: '1',
    // `finauth` is what npm would have put there.
    PATH: [join(workplace, 'bin'), process.env['PATH']].join(delimiter),
    ...env,
  };
}

/** Runs a program to its end among the copies of the samples, with nothing of FinAuth's in its environment but what is given. */
export function run(command: string, args: readonly string[], env: Readonly<Record<string, string>>, stdin = ''): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: workplace, env: environment(env) });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdin.on('error', () => {}).end(stdin);
    child.on('error', fail);
    child.on('close', (exitCode) => done({ exitCode, stdout, stderr }));
  });
}
