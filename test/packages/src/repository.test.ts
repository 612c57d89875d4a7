import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { published, root } from './published.ts';

const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && !/\.(png|ico)$/.test(path));
const texts = tracked.flatMap((path) => {
  try {
    return [{ path, text: readFileSync(join(root, path), 'utf8') }];
  } catch {
    // Deleted, and not yet committed.
    return [];
  }
});

it('no file names the registry that this machine installs from', () => {
  const registry = execFileSync('npm', ['config', 'get', 'registry'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
  const { host } = new URL(registry);
  expect(texts.filter(({ text }) => text.includes(host)).map(({ path }) => path)).toEqual([]);
});

it('no file names a folder of this machine', () => {
  // A root of one step, such as /app, may well be a word of some text.
  const places = [root, homedir()].filter((place) => place.split('/').length > 2 || place === '/root');
  expect(texts.filter(({ text }) => places.some((place) => text.includes(`${place}/`))).map(({ path }) => path)).toEqual([]);
});

it('the lockfile holds for every registry', () => {
  const lockfile = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8');
  expect(lockfile.match(/https?:\/\/\S+|tarball:/g) ?? []).toEqual([]);
});

it('all packages come from one place', () => {
  expect(new Set(published.map(({ manifest }) => (manifest['repository'] as { url?: string } | undefined)?.url)).size).toBe(1);
});

it('no problem of the spec is passed over: there is no list of them to be ignored', () => {
  expect(tracked.filter((path) => path.includes('lint-ignore'))).toEqual([]);
});
