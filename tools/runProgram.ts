import { spawn } from 'node:child_process';

/** What has come of a program. */
export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** All of its environment. Default: this process's. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** All that it can read. Default: nothing. */
  readonly stdin?: string;
}

/** Runs a program to its end, and keeps what it says. A code that is not 0 is for the caller to judge. */
export function runProgram(command: string, args: readonly string[], { stdin = '', ...where }: RunOptions = {}): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, where);
    const said = { stdout: '', stderr: '' };
    // As text, lest a character be cut in two where one chunk ends.
    for (const name of ['stdout', 'stderr'] as const) child[name].setEncoding('utf8').on('data', (text: string) => (said[name] += text));
    // It may end without having read.
    child.stdin.on('error', () => {}).end(stdin);
    child.on('error', fail);
    child.on('close', (exitCode) => done({ exitCode, ...said }));
  });
}
