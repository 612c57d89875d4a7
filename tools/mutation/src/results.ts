import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileTally } from './tally.ts';

/** What the last whole run of each package has found. */
export type Results = Record<string, { readonly date: string; readonly files: Readonly<Record<string, FileTally>> }>;

export function resultsFile(ending: 'json' | 'md'): string {
  return join(import.meta.dirname, `../results/results.${ending}`);
}

export function readResults(): Results {
  const file = resultsFile('json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : {};
}
