import { measureSizes, type Size } from '@finauth-sdk/bench/measureSizes';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';

let sizes: Record<string, Size>;
beforeAll(async () => {
  sizes = await measureSizes();
  console.table(sizes);
});

// Rounded, so that a word in a message is not a change, and growth is one that a reviewer sees.
const hundreds = (bytes: number): number => Math.ceil(bytes / 100) * 100;

it('what a bundle of ours takes, minified and gzipped, is what the snapshot says', async () => {
  const ours = Object.entries(sizes).filter(([name]) => name.includes('@finauth-sdk/'));
  const lines = ours.map(([name, { gzipped }]) => `${name}: at most ${hundreds(gzipped)} bytes\n`);
  await expect(lines.join('')).toMatchFileSnapshot(join(import.meta.dirname, '../snapshots/sizes.txt'));
});

it('one import leaves out what it does not need', () => {
  expect(sizes['canonicalize of @finauth-sdk/signing']!.gzipped).toBeLessThan(sizes['createFinAuth of @finauth-sdk/signing']!.gzipped / 4);
});
