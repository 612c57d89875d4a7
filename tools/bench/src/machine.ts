import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';

export interface Machine {
  /** The day, as year-month-day. */
  readonly date: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGib: number;
  readonly system: string;
  readonly commit: string;
  readonly versions: Readonly<Record<string, string>>;
}

const PACKAGES = ['undici', 'axios', 'form-data', 'ky', 'openapi-fetch', 'zod', 'valibot', '@noble/hashes', 'bun', 'deno', 'miniflare'];

/** Where the figures come from. */
export function describeMachine(): Machine {
  return {
    date: new Date().toISOString().slice(0, 10),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGib: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    commit: commit(),
    versions: {
      node: process.versions.node,
      // What Node's own fetch is made of; not the package.
      'undici within node': process.versions['undici'] ?? 'unknown',
      ...Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name)])),
    },
  };
}

/** Says -dirty where files have changed since. */
function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty', '--exclude=*'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    // A copy of the repo has no history.
    return 'unknown';
  }
}

/** Read from the folder that it is resolved to: not every package exports its package.json. */
function versionOf(name: string): string {
  const folder = createRequire(import.meta.url)
    .resolve.paths(name)!
    .map((path) => join(path, name, 'package.json'));
  for (const path of folder) {
    try {
      return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
    } catch {
      // Not in this folder.
    }
  }
  return 'unknown';
}
