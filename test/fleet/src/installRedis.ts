import { spawnSync } from 'node:child_process';
import { findRedis, MISSING, works } from './findRedis.ts';

/** Before the tests: installs Debian's Redis where there is none and it may. Where it may not, the tests that need one fail, each with the one sentence. */
export default function installRedis(): void {
  if (findRedis() !== undefined) return;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && works('apt-get', '--version')) {
    // Without a network it gives up soon. The run level keeps the package from starting its service.
    const apt = (...args: string[]): void =>
      void spawnSync('apt-get', ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=20', '-o', 'DPkg::Lock::Timeout=60', ...args], {
        stdio: 'ignore',
        timeout: 300_000,
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
      });
    apt('update');
    apt('install', '--yes', '--no-install-recommends', 'redis-server');
  }
  if (findRedis() === undefined) console.error(MISSING);
}
