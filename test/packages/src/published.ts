import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root: string = join(import.meta.dirname, '../../..');

/** What decides on the format in which an entry is taken. */
type Condition = 'module-sync' | 'import' | 'require' | 'default';

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<Condition, { readonly types: string; readonly default: string }>>>>;
  readonly [field: string]: unknown;
}

export interface Published {
  /** The name without its scope: what its folder is called. */
  readonly folder: string;
  readonly directory: string;
  readonly manifest: Manifest;
}

/** Every package that goes to npm. */
export const published: readonly Published[] = readdirSync(join(root, 'packages')).map((folder) => {
  const directory = join(root, 'packages', folder);
  return { folder, directory, manifest: JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Manifest };
});

/** Where a reviewer finds what the packages offer. */
export function snapshot(name: string): string {
  return join(import.meta.dirname, '../snapshots', name);
}
