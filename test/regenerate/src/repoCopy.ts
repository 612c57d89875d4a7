import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findPnpm } from '../../../tools/findPnpm.mjs';

export interface Ended {
  readonly exitCode: number;
  /** What it wrote to stdout and stderr, in the order in which it came. */
  readonly output: string;
}

/** A copy of the repo as it is on disk, with dependencies and a history of its own. */
export interface RepoCopy {
  readonly path: string;
  /** Runs a command in it. `node` is the one that the tools of the repo have. */
  run(command: string, ...args: string[]): Promise<Ended>;
  /** Runs a tool of its dependencies, by pnpm and so with pnpm for the tool to find. */
  exec(tool: string, ...args: string[]): Promise<Ended>;
  /** The files that are not as they were when it was copied, by path relative to its root. */
  changes(): Promise<string[]>;
  /** Puts every file back. What git ignores stays, so that the next build has less to do. */
  reset(): Promise<void>;
  remove(): Promise<void>;
}

const root = dirname(dirname(dirname(import.meta.dirname)));

/** Copies what git knows of and what it would take, installs without asking any registry, and commits. */
export async function copyRepo(): Promise<RepoCopy> {
  const path = await mkdtemp(join(tmpdir(), 'finauth-regenerate-'));
  const run = (command: string, ...args: string[]): Promise<Ended> => runIn(path, command, args);
  const git = async (...args: string[]): Promise<string> => succeeded(`git ${args[0]}`, await run('git', ...args));
  const copy: RepoCopy = {
    path,
    run,
    exec: async (...args) => run(findPnpm(), 'exec', ...args),
    async changes() {
      const status = await git('status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames');
      return status
        .split('\0')
        .flatMap((line) => (line === '' ? [] : [line.slice(3)]))
        .sort();
    },
    async reset() {
      await git('reset', '--quiet', '--hard');
      await git('clean', '--quiet', '--force', '-d');
    },
    remove: () => rm(path, { recursive: true, force: true, maxRetries: 3 }),
  };
  try {
    const files = succeeded('git ls-files', await runIn(root, 'git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard']));
    // One that was removed and not yet committed is still in git's list.
    for (const file of files.split('\0').filter(Boolean)) await cp(join(root, file), join(path, file)).catch(unlessMissing);
    await git('init', '--quiet');
    await git('add', '--all');
    await git(
      '-c',
      'user.name=Nobody',
      '-c',
      'user.email=nobody@example.com',
      'commit',
      '--quiet',
      '--no-verify',
      '--message',
      'As it was',
    );
    succeeded('pnpm install', await run(findPnpm(), 'install', '--offline', '--frozen-lockfile'));
    return copy;
  } catch (error) {
    await copy.remove();
    throw error;
  }
}

function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

/** What a command that went well has said. */
export function succeeded(what: string, { exitCode, output }: Ended): string {
  if (exitCode !== 0) throw new Error(`${what} ended with ${exitCode}:\n${output.slice(-6_000)}`);
  return output;
}

function runIn(cwd: string, command: string, args: readonly string[]): Promise<Ended> {
  const file = command === 'node' ? process.execPath : command;
  return new Promise((done, fail) => {
    let output = '';
    const child = execFile(file, args, { cwd, env: environment(), maxBuffer: 64 * 1024 * 1024, encoding: 'utf8' });
    child.stdout!.on('data', (text: string) => (output += text));
    child.stderr!.on('data', (text: string) => (output += command === 'git' ? '' : text));
    child.on('error', fail);
    child.on('close', (exitCode) => done({ exitCode: exitCode ?? 1, output }));
  });
}

/** The environment without what the outer run of vitest, turbo and pnpm has put there, and with none of its tools in the path but pnpm. */
function environment(): NodeJS.ProcessEnv {
  const foreign =
    /^(?:VITEST|TURBO_|npm_|pnpm_|PNPM_|NODE_(?!EXTRA_CA_CERTS$)|GIT_|FINAUTH_|INIT_CWD|TEST$|DEV$|PROD$|MODE$|BASE_URL$|SSR$)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name) || name.toLowerCase().startsWith('npm_config_'));
  const path = (process.env['PATH'] ?? '')
    .split(':')
    .filter((folder) => !folder.startsWith(root))
    .join(':');
  const pnpm = dirname(findPnpm());
  return {
    ...Object.fromEntries(kept),
    PATH: `${pnpm}:${path}`,
    NO_COLOR: '1',
    CI: 'true',
    DO_NOT_TRACK: '1',
    TURBO_TELEMETRY_DISABLED: '1',
  };
}
