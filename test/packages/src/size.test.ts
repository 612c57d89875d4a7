import { measureSizes, type Size } from '@finauth-sdk/bench/measureSizes';
import { operations } from '@finauth-sdk/client';
import { beforeAll, expect, it } from 'vitest';

// An operation that the spec may get brings its validators, and errors of its own. What transports share with them is then laid out otherwise, by some bytes.
const further = Object.keys(operations).length - 1;

/** Bytes, minified and gzipped: what each may grow to, which is hardly more than it is. */
const budgets = {
  'createFinAuth of @finauth-sdk/signing': 17_900 + 1_000 * further,
  'nodeTransport of @finauth-sdk/signing/node': 5_300 + 20 * further,
  'undiciTransport of @finauth-sdk/signing/undici': 4_940 + 20 * further,
  'all of @finauth-sdk/validator': 2_400 + 800 * further,
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
