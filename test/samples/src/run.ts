import { delimiter, join } from 'node:path';
import { type Ran, runProgram } from '../../../tools/runProgram.ts';
import { workplace } from './places.ts';

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
export function run(command: string, args: readonly string[], env: Readonly<Record<string, string>>, stdin?: string): Promise<Ran> {
  return runProgram(command, args, { cwd: workplace, env: environment(env), ...(stdin !== undefined && { stdin }) });
}
