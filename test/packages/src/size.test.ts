import { measureSizes, type Size } from '@finauth-sdk/bench/measureSizes';
import { beforeAll, expect, it } from 'vitest';

/** Bytes, minified and gzipped: what each may grow to. */
const budgets = { 'createFinAuth of @finauth-sdk/signing': 18_000, 'getBizToken of @finauth-sdk/client': 4_200 };

let sizes: Record<string, Size>;
beforeAll(async () => {
  sizes = await measureSizes();
  console.table(sizes);
});

it.each(Object.entries(budgets))('%s takes at most %i bytes', (name, budget) => {
  expect(sizes[name]!.gzipped).toBeLessThanOrEqual(budget);
});

it('one import leaves out what it does not need', () => {
  expect(sizes['canonicalize of @finauth-sdk/signing']!.gzipped).toBeLessThan(sizes['createFinAuth of @finauth-sdk/signing']!.gzipped / 4);
});
