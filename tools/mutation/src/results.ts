import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Unnoticed } from './reasonFor.ts';
import type { FileTally } from './tally.ts';

/** What the last whole run of a package has found. */
export interface PackageResults {
  readonly date: string;
  readonly files: Readonly<Record<string, FileTally>>;
  readonly unnoticed: readonly Unnoticed[];
}

/** By package. */
export type Results = Record<string, PackageResults>;

export function resultsFile(ending: 'json' | 'md'): string {
  return join(import.meta.dirname, `../results/results.${ending}`);
}

export function readResults(): Results {
  const file = resultsFile('json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : {};
}
