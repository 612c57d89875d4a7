import { run } from '@finauth-sdk/release/run';
import type { Registry } from '@finauth-sdk/release/startRegistry';
import { cp, mkdir, symlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

const here = resolve(import.meta.dirname, '..');

/** A consumer's folder, outside of the workspace. */
export interface Project {
  readonly folder: string;
}

export interface ProjectOptions {
  /** Which folder of `consumers` it is made of. */
  fixture: string;
  /** What of ours it installs, by npm, from the registry. */
  packages: readonly string[];
  /** What of others' it has from this workspace, so that the lockfile pins it and no test waits for it. */
  borrowed?: readonly string[];
}

/** Makes a fresh project of a fixture and installs what it needs. */
export async function openProject(
  folder: string,
  registry: Registry,
  { fixture, packages, borrowed = [] }: ProjectOptions,
): Promise<Project> {
  await cp(join(here, 'consumers', fixture), folder, { recursive: true });
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--omit=optional', '--prefer-offline'];
  await run(['npm', 'install', ...options, ...packages], { cwd: folder, env: registry.env });
  for (const name of borrowed) {
    const place = join(folder, 'node_modules', name);
    await mkdir(dirname(place), { recursive: true });
    await symlink(join(here, 'node_modules', name), place, 'junction');
  }
  return { folder };
}
