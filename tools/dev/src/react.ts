import type { Affected } from './affected.ts';
import type { Generator } from './generator.ts';
import { runCommand, type RunOptions, WHEN_IDLE } from './runCommand.ts';
import type { Service } from './service.ts';

export interface Services {
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

/** Leaves out the tests that take seconds. */
const QUICK: RunOptions = { env: { FINAUTH_TESTS: 'quick' } };

const docs = turbo('docs', ...filters(['tools/docs']));

/** The packages in these folders. */
function filters(folders: string[]): string[] {
  return folders.map((folder) => `--filter=./${folder}`);
}

/**
 * Makes what was saved: generates, builds it, or writes the docs, which are all that a guide is in. Resolves to whether all is well; what is wrong has been
 * said by then. Mock and sandbox of before go on serving until there is something better.
 */
export async function make(services: Services, affected: Affected, signal: AbortSignal): Promise<boolean> {
  const { root, generator, mock, say } = services;
  if (affected.generate) {
    const { ok, output } = await generator.run(signal);
    if (signal.aborted) return false;
    say(output);
    if (!ok) return false;
  }
  // After a change of the spec the docs can wait, being slower to read than to serve.
  const own = affected.build.length > 0 ? [turbo('build', ...filters(affected.check))] : affected.docs ? [docs] : [];
  // Prism comes up while packages are built.
  const [served, made] = await Promise.all([affected.mock ? restarted(mock, say) : true, allPass({ root, say }, own, signal)]);
  return served && made;
}

/** Serves it: builds what else the sandbox runs on, and starts that again. */
export async function serve(services: Services, { build }: Affected, signal: AbortSignal): Promise<boolean> {
  if (build.length === 0) return true;
  return (await allPass(services, [turbo('build', ...filters(build))], signal)) && restarted(services.sandbox, services.say);
}

/** Looks at the types and the quick tests of what was saved. Resolves to whether they pass; what does not has been said by then. */
export function check(services: Services, { check: folders }: Affected, signal: AbortSignal): Promise<boolean> {
  return allPass(services, folders.length > 0 ? [turbo('typecheck', 'test', ...filters(folders))] : [], signal, QUICK);
}

/** The same of what rests on it, with all tests, and the docs where they had to wait. */
export function checkRest(services: Services, { build, docs: documented, rest }: Affected, signal: AbortSignal): Promise<boolean> {
  const waited = documented && build.length > 0;
  const commands = [...(waited ? [docs] : []), ...(rest.length > 0 ? [turbo('build', 'typecheck', 'test', ...filters(rest))] : [])];
  return allPass(services, commands, signal, { priority: WHEN_IDLE });
}

async function allPass(
  { root, say }: Pick<Services, 'root' | 'say'>,
  commands: [string, ...string[]][],
  signal: AbortSignal,
  options?: RunOptions,
): Promise<boolean> {
  for (const command of commands) {
    const { ok, output } = await runCommand(root, command, signal, options);
    if (signal.aborted) return false;
    if (!ok) {
      say(output);
      return false;
    }
  }
  return true;
}

async function restarted(service: Service, say: Services['say']): Promise<boolean> {
  try {
    await service.restart();
    return true;
  } catch (error) {
    say((error as Error).message);
    return false;
  }
}
