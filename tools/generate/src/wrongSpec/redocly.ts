import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const cli = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin/cli.js');

export interface RedoclyRun {
  exitCode: number | null;
  /** What it found, where a command was asked for JSON. */
  stdout: string;
  /** What it says along the way. */
  stderr: string;
}

/** Runs a command of Redocly's in a folder. */
export function redocly(cwd: string, args: string[]): Promise<RedoclyRun> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd,
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1', CI: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const run: RedoclyRun = { exitCode: null, stdout: '', stderr: '' };
    // As text, lest a character be cut in two where one chunk ends.
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (run.stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (run.stderr += chunk));
    child.on('error', fail);
    child.on('close', (exitCode) => done({ ...run, exitCode }));
  });
}
