import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './published.ts';

const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { packageManager: string };

it('no package that users install has a known hole of severity high or above', ({ skip }) => {
  const { stdout } = spawnSync('npx', ['--yes', packageManager, 'audit', '--prod', '--json'], { cwd: root, encoding: 'utf8' });
  const answer = parse(stdout);
  skip(answer === undefined, 'the registry of this machine answers no audit');
  const holes = Object.values(answer!).filter(({ severity }) => severity === 'high' || severity === 'critical');
  expect(holes.map(({ module_name, title }) => `${module_name}: ${title}`)).toEqual([]);
});

interface Advisory {
  readonly module_name: string;
  readonly severity: string;
  readonly title: string;
}

function parse(stdout: string): Record<string, Advisory> | undefined {
  try {
    return (JSON.parse(stdout) as { advisories?: Record<string, Advisory> }).advisories;
  } catch {
    return undefined;
  }
}
