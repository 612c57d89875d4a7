import { cp, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { run } from './run.ts';

const root = resolve(import.meta.dirname, '../../..');

export interface Clone {
  readonly folder: string;
  /** The environment of what runs in it. */
  readonly env: NodeJS.ProcessEnv;
  /** Runs a command in the clone. */
  run(...command: [string, ...string[]]): Promise<string>;
  /** Commits all there is. */
  commit(message: string): Promise<void>;
}

/**
 * A clean clone of this repo: nothing installed, nothing built. What has been changed here and not committed yet is its latest commit, so that it is
 * judged as well.
 */
export async function cloneRepo(folder: string, environment: NodeJS.ProcessEnv): Promise<Clone> {
  await run(['git', 'clone', '--quiet', root, folder], { cwd: dirname(folder), env: environment });
  const author = { NAME: 'Dry run', EMAIL: 'dry-run@localhost' };
  const identity = Object.entries(author).flatMap(([key, value]) => ['AUTHOR', 'COMMITTER'].map((role) => [`GIT_${role}_${key}`, value]));
  const env = { ...environment, ...Object.fromEntries(identity) };
  const clone: Clone = {
    folder,
    env,
    run: (...command) => run(command, { cwd: folder, env }),
    commit: async (message) => {
      await clone.run('git', 'add', '--all');
      if ((await clone.run('git', 'status', '--porcelain')) !== '') await clone.run('git', 'commit', '--quiet', '--message', message);
    },
  };
  await copyChanges(folder, env);
  await clone.commit('What is not committed yet');
  return clone;
}

async function copyChanges(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const list = async (...options: string[]) =>
    (await run(['git', 'ls-files', '-z', ...options], { cwd: root, env })).split('\0').filter((path) => path !== '');
  const deleted = new Set(await list('--deleted'));
  for (const path of deleted) await rm(join(folder, path), { force: true });
  for (const path of new Set(await list('--modified', '--others', '--exclude-standard')))
    if (!deleted.has(path)) await cp(join(root, path), join(folder, path));
}
