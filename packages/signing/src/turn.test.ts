import { setImmediate as oneTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { turn } from './turn.ts';

/** Asks for so many turns, and tells who has begun by now, in the order in which they have. */
function ask(count: number): number[] {
  const begun: number[] = [];
  for (let number = 0; number < count; number++) void turn().then(() => begun.push(number));
  return begun;
}

it('lets the first begin at once, and those who follow in the turns after it, sixteen in each, in the order in which they came', async () => {
  const begun = ask(40);
  await Promise.resolve();
  const seen = [begun.length];
  for (let turns = 0; turns < 4; turns++) {
    await oneTurn();
    seen.push(begun.length);
  }
  expect(seen).toEqual([1, 17, 33, 40, 40]);
  expect(begun).toEqual(Array.from({ length: 40 }, (_, number) => number));
});

it('lets nobody pass those who wait', async () => {
  const before = ask(20);
  await oneTurn();
  const after = ask(1);
  await Promise.resolve();
  expect([before.length, after.length]).toEqual([17, 0]);
  await oneTurn();
  expect([before.length, after.length]).toEqual([20, 1]);
  await oneTurn();
});

it('lets each begin at once who comes alone', async () => {
  for (let calls = 0; calls < 3; calls++) {
    const begun = ask(1);
    await Promise.resolve();
    expect(begun).toEqual([0]);
    for (let turns = 0; turns < 2; turns++) await oneTurn();
  }
});
