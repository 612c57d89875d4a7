import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './published.ts';

interface Rule {
  readonly matchDepNames?: readonly string[];
  readonly enabled?: boolean;
}

const { packageRules } = JSON.parse(readFileSync(join(root, 'renovate.json'), 'utf8')) as { packageRules: readonly Rule[] };
const held = packageRules.filter(({ enabled }) => enabled === false).flatMap(({ matchDepNames = [] }) => matchDepNames);

it('every line that is tried beside the newest is held there by Renovate', () => {
  const aliases = [...readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8').matchAll(/^ {2}(\S+): npm:/gm)].map(([, name]) => name);
  expect(held.toSorted()).toEqual(aliases.toSorted());
});
