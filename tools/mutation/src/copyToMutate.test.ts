import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { copyToMutate } from './copyToMutate.ts';
import { filesOf } from './filesOf.ts';
import { targets } from './targets.ts';

const root = dirname(dirname(dirname(import.meta.dirname)));
const copy = copyToMutate(root);
afterAll(() => copy.remove());

it.each(Object.entries(targets))(
  'the copy has of %s what is changed, apart from this repo, and what judges it',
  (name, { folder, mutate }) => {
    expect(copy.root.startsWith(root)).toBe(false);
    const files = [...filesOf(join(copy.root, folder), mutate)];
    expect(files.filter((file) => /\.test\.|\.d\.ts|generated/.test(file))).toEqual([]);
    expect(files.length).toBeGreaterThan(2);
    expect(existsSync(join(copy.root, folder, 'dist'))).toBe(true);
    expect(existsSync(join(copy.root, 'tools/mutation', `vitest.${name}.ts`))).toBe(true);
  },
);
