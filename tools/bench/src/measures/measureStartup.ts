import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Target } from '../contenders/contender.ts';
import { interleave } from '../interleave.ts';

/** The programs that are started: each gets one token and ends. */
export const STARTUP_PROGRAMS = ['fetchBody', 'ours', 'oursOnUndici', 'oursOnNode'] as const;
export type StartupProgram = (typeof STARTUP_PROGRAMS)[number];

const programs = fileURLToPath(new URL('../startup/', import.meta.url));

/** Milliseconds from the start of a process to its first token, one number for each round. */
export async function measureStartup({ url }: Target, rounds: number): Promise<Record<StartupProgram, number[]>> {
  for (const program of STARTUP_PROGRAMS) await start(program, url);
  return interleave(STARTUP_PROGRAMS, rounds, (program) => start(program, url));
}

async function start(program: StartupProgram, url: string): Promise<number> {
  const before = performance.now();
  const child = spawn(process.execPath, [`${programs}${program}.mjs`, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const milliseconds = performance.now() - before;
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
  return milliseconds;
}
