import { measureSizes, type Size } from '@finauth-sdk/bench/measureSizes';
import { beforeAll, expect, it } from 'vitest';

/** Bytes, minified and gzipped: what each may grow to, which is hardly more than it is. */
const budgets = {
  'createFinAuth of @finauth-sdk/signing': 11_000,
  'nodeTransport of @finauth-sdk/signing/node': 2_000,
  'undiciTransport of @finauth-sdk/signing/undici': 2_000,
  'all of @finauth-sdk/validator': 1_800,
  'getBizToken of @finauth-sdk/client': 4_000,
};

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
