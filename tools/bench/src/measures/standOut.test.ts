import { expect, it } from 'vitest';
import { standOut } from './standOut.ts';

it('takes off what most questions cost, whatever a single one did', async () => {
  expect(await standOut(asking([2, 2, 2, 9, 2, 2, 2, 2, 2], 0.5), 100)).toBe(50);
});

it('asks for more where the work is lost in the asking, and tells what was asked for', async () => {
  const asked: number[] = [];
  const ask = asking([5], 0.01);
  const milliseconds = await standOut((count) => (asked.push(count), ask(count)), 100);
  expect(milliseconds).toBeCloseTo(1);
  expect(asked.filter((count) => count > 0)).toEqual([100, 200, 400, 800, 1600]);
});

it('refuses what never stands out, in place of a time of nothing', async () => {
  await expect(standOut(asking([2], 0), 100)).rejects.toThrow('Nothing that could be measured');
});

/** Takes these milliseconds in turn, and so much more for each piece of work. */
function asking(empty: readonly number[], each: number): (count: number) => Promise<number> {
  let turn = 0;
  return async (count) => empty[turn++ % empty.length]! + count * each;
}
