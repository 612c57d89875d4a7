import type { Machine } from '../machine.ts';

/** The versions of what was measured. */
export function listVersions({ versions }: Machine): string {
  return Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}
