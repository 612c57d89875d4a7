import { execFile } from 'node:child_process';

export interface RunOptions {
  cwd: string;
  /** Default: this process's own environment. */
  env?: NodeJS.ProcessEnv;
}

/**
 * Runs a command to its end and gives what it wrote to stdout. Not in this process's way, so that a server of the same process can answer it.
 *
 * @throws {Error} with all that it wrote, if it fails.
 */
export function run(command: readonly [string, ...string[]], { cwd, env = process.env }: RunOptions): Promise<string> {
  const [file, ...args] = command;
  return new Promise((done, fail) => {
    execFile(file, args, { cwd, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error)
        fail(new Error(`${command.join(' ')}\n${stdout}${stderr}${error.code === 'ENOENT' ? error.message : ''}`, { cause: error }));
      else done(stdout);
    });
  });
}
