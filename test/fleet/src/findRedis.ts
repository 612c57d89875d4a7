import { spawnSync } from 'node:child_process';

export const MISSING =
  'These tests need a Redis server: install redis-server 6.2 or later (Debian and Ubuntu: apt-get install redis-server), or name a running one in FINAUTH_TEST_REDIS_URL.';

/** Where a server can be had from: its program, or a running one. Undefined if there is neither. */
export function findRedis(): { readonly program: string } | { readonly url: string } | undefined {
  for (const program of ['redis-server', 'valkey-server']) if (works(program, '--version')) return { program };
  const url = process.env['FINAUTH_TEST_REDIS_URL'];
  return url ? { url } : undefined;
}

export function works(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
