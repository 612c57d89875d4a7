import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { run } from './run.ts';

export interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

export interface Job {
  needs?: string;
  uses?: string;
  steps?: Step[];
  permissions?: Record<string, string>;
  env?: Record<string, string>;
  environment?: unknown;
  'timeout-minutes'?: number;
}

export interface Workflow {
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  env?: Record<string, string>;
  concurrency?: unknown;
  jobs: Record<string, Job>;
}

export const workflowFolder: string = resolve(import.meta.dirname, '../../../.github/workflows');

export function readWorkflow(file: string): Workflow {
  return parse(readFileSync(join(workflowFolder, file), 'utf8')) as Workflow;
}

export interface JobRun {
  /** Where the job's steps run: its checkout, if it has one. */
  readonly cwd: string;
  /** What stands for the runner's environment. It wins over that of a step. */
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Runs a job of release.yml on this machine: its scripts, as they stand there. Steps with a token, which speak to GitHub, are left out, and so are actions.
 *
 * @throws {Error} if a step fails, or the job has no step to run.
 */
export async function runJob(name: string, { cwd, env }: JobRun): Promise<void> {
  const steps = (readWorkflow('release.yml').jobs[name]?.steps ?? []).filter(
    ({ run: script, env: own = {} }) => script !== undefined && !Object.values(own).some((value) => value.includes('github.token')),
  );
  if (steps.length === 0) throw new Error(`release.yml has no job ${name} with anything to run`);
  // As GitHub runs them.
  for (const step of steps)
    await run(['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run!], { cwd, env: { ...step.env, ...env } });
}
