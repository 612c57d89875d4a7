import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

export type Bump = 'major' | 'minor' | 'patch';

/** A change that waits for its release. */
export interface Changeset {
  /** How far each package moves, by its name. */
  bumps: Record<string, Bump>;
  summary: string;
}

/** The changes of a repo that wait for their release. */
export async function readChangesets(repo: string): Promise<Changeset[]> {
  const folder = join(repo, '.changeset');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return Promise.all(
    files.map(async (name) => {
      const [, front = '', summary = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(await readFile(join(folder, name), 'utf8')) ?? [];
      return { bumps: parse(front) ?? {}, summary: summary.trim() };
    }),
  );
}
