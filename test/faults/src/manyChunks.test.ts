import { expect, it } from 'vitest';
import { isWhole } from '../../../vitest.base.ts';
import { answersOfManyChunks } from './manyChunks.ts';
import { transportName } from './openTransport.ts';

// Of five at once, fetch leaves to the collector what it has not come to yet.
it.each<[number, number]>(
  isWhole
    ? [
        [1, 45],
        [5, 120],
      ]
    : [[1, 45]],
)('%i answers of a million chunks of one byte take at most %i MiB', async (calls, most) => {
  const { grownByMiB, errors } = await answersOfManyChunks(calls);
  console.log(`${transportName()}, ${calls} at once: ${Math.round(grownByMiB)} MiB`);
  expect(errors).toEqual(Array.from({ length: calls }, () => expect.stringContaining('maxResponseBytes') as string));
  expect(grownByMiB).toBeLessThan(most);
});
