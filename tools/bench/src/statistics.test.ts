import { expect, it } from 'vitest';
import { interleave } from './interleave.ts';
import { ratio, spread } from './statistics.ts';

it.each([
  [[3], { median: 3, min: 3, max: 3 }],
  [[9, 1, 5], { median: 5, min: 1, max: 9 }],
  [[4, 1, 2, 100], { median: 3, min: 1, max: 100 }],
])('the spread of %j', (samples, expected) => {
  expect(spread(samples)).toEqual(expected);
});

it('takes ratios within a round, so that a slow round changes none', () => {
  expect(ratio([200, 20, 100], [100, 10, 50])).toEqual({ median: 2, min: 2, max: 2 });
});

it('refuses what has no median, and ratios of different rounds', () => {
  expect(() => spread([])).toThrow(RangeError);
  expect(() => ratio([1], [1, 2])).toThrow(RangeError);
});

it('measures each once a round, and none always after the same other', async () => {
  const order: string[] = [];
  const samples = await interleave(['a', 'b', 'c'], 3, (id, round) => {
    order.push(id);
    return `${id}${round}`;
  });
  expect(order.join('')).toBe('abcbcacab');
  expect(samples).toEqual({ a: ['a0', 'a1', 'a2'], b: ['b0', 'b1', 'b2'], c: ['c0', 'c1', 'c2'] });
});
