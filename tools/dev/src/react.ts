import type { Affected } from './affected.ts';
import type { Generator } from './generator.ts';
import { type CommandResult, runCommand } from './runCommand.ts';
import type { Service } from './service.ts';

export interface Workshop {
  root: string;
  generator: Generator;
  mock: Service;
  sandbox: Service;
  say: (text: string) => void;
}

const turbo = (...args: string[]): [string, ...string[]] => [
  'turbo',
  'run',
  ...args,
  '--output-logs=errors-only',
  '--ui=stream',
  '--log-order=grouped',
  '--concurrency=100%',
];

const docs = turbo('docs', ...filters(['tools/docs']));

/** The packages in these folders. */
function filters(folders: string[]): string[] {
  return folders.map((folder) => `--filter=./${folder}`);
}

/**
 * Does what a save has made necessary: until what is served is what was saved. Resolves to whether all is well; what is wrong has been said by then.
 * Mock and sandbox of before go on serving until there is something better.
 */
export async function react({ root, generator, mock, sandbox, say }: Workshop, affected: Affected, signal: AbortSignal): Promise<boolean> {
  const succeeds = async (running: Promise<CommandResult>): Promise<boolean> => {
    const { ok, output } = await running;
    if (!ok && !signal.aborted) say(output);
    return ok && !signal.aborted;
  };
  if (affected.generate) {
    const generated = generator.run(signal);
    if (!(await succeeds(generated))) return false;
    say((await generated).output);
  }
  const builds = affected.build.length > 0;
  // Prism comes up while the packages are built.
  const [served, built] = await Promise.all([
    affected.mock ? restarted(mock, say) : true,
    builds ? succeeds(runCommand(root, turbo('build', ...filters(affected.build)), signal)) : true,
  ]);
  if (!served || !built) return false;
  // A guide is in nothing but the docs. After a change of the spec they can wait, being slower to read than to serve.
  if (affected.docs && !builds && !(await succeeds(runCommand(root, docs, signal)))) return false;
  return builds ? restarted(sandbox, say) : true;
}

/** The types and the tests of what was saved, once all of it is served. Resolves to whether they pass; what does not has been said by then. */
export function check(workshop: Workshop, { check: folders }: Affected, signal: AbortSignal): Promise<boolean> {
  return allPass(workshop, folders.length > 0 ? [turbo('typecheck', 'test', ...filters(folders))] : [], signal);
}

/** The same of what rests on it, and the docs where they had to wait. */
export function checkRest(workshop: Workshop, { build, docs: documented, rest }: Affected, signal: AbortSignal): Promise<boolean> {
  const waited = documented && build.length > 0;
  const commands = [...(waited ? [docs] : []), ...(rest.length > 0 ? [turbo('build', 'typecheck', 'test', ...filters(rest))] : [])];
  return allPass(workshop, commands, signal);
}

async function allPass({ root, say }: Workshop, commands: [string, ...string[]][], signal: AbortSignal): Promise<boolean> {
  for (const command of commands) {
    const { ok, output } = await runCommand(root, command, signal);
    if (signal.aborted) return false;
    if (!ok) {
      say(output);
      return false;
    }
  }
  return true;
}

async function restarted(service: Service, say: Workshop['say']): Promise<boolean> {
  try {
    await service.restart();
    return true;
  } catch (error) {
    say((error as Error).message);
    return false;
  }
}
