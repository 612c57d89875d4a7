import { expect, it } from 'vitest';
import { createSlots } from './slots.ts';

it('turns away at once whose signal is aborted already, whether or not there is room, and keeps no slot for them', async () => {
  const slots = createSlots(1);
  const reason = new Error('gone');
  await expect(slots.enter(AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(slots.isFull()).toBe(false);
  await slots.enter(undefined);
  expect(slots.isFull()).toBe(true);
  // Nobody would tell it of an abort that has been: it would wait until its turn comes.
  await expect(slots.enter(AbortSignal.abort(reason))).rejects.toBe(reason);
  slots.exit();
  expect(slots.isFull()).toBe(false);
});
