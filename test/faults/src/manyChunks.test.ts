import { expect, it } from 'vitest';
import { answersOfManyChunks } from './manyChunks.ts';
import { transportName } from './openTransport.ts';

it.each([
  [1, 45],
  // Of five at once, fetch leaves to the collector what it has not come to yet.
  [5, 120],
])('%i answers of a million chunks of one byte take at most %i MiB', async (calls, most) => {
  const { grownByMiB, errors } = await answersOfManyChunks(calls);
  console.log(`${transportName()}, ${calls} at once: ${Math.round(grownByMiB)} MiB`);
  expect(errors).toEqual(Array.from({ length: calls }, () => expect.stringContaining('maxResponseBytes') as string));
  expect(grownByMiB).toBeLessThan(most);
});
