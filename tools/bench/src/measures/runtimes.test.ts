import { expect, it } from 'vitest';
import { beyond } from './runtimes.ts';

it('takes off what most asks cost, whatever a single one did', () => {
  expect(beyond(12, [2, 2, 90])).toBe(10);
});

it('refuses a measure that does not stand out, in place of a time of nothing', () => {
  expect(() => beyond(2, [2, 2, 2])).toThrow('Too few signatures');
  expect(() => beyond(1, [2, 2, 2])).toThrow('Too few signatures');
});
