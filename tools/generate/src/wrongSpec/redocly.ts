import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Ran, runProgram } from '../../../runProgram.ts';

const cli = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin/cli.js');

/** Runs a command of Redocly's in a folder. stdout has what it found, where it was asked for JSON; stderr what it says along the way. */
export function redocly(cwd: string, args: readonly string[]): Promise<Ran> {
  return runProgram(process.execPath, [cli, ...args], {
    cwd,
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1', CI: 'true' },
  });
}
