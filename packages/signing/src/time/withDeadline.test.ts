import { expect, it } from 'vitest';
import { type Deadline, sleep, type Timers, withDeadline } from './withDeadline.ts';

/** Timers that fire when they are told to, by a clock that the test sets. */
function createTimers(): { time: { ms: number }; timers: Timers; set: number[]; fire: () => void } {
  const time = { ms: 1_000 };
  const set: number[] = [];
  const callbacks = new Map<number, () => void>();
  return {
    time,
    set,
    timers: {
      setTimeout: (callback, ms) => {
        callbacks.set(set.push(ms), callback);
        return set.length;
      },
      clearTimeout: (handle) => void callbacks.delete(handle),
    },
    fire: () => {
      const [[handle, callback]] = callbacks as unknown as [[number, () => void]];
      callbacks.delete(handle);
      callback();
    },
  };
}

const never = new Promise<never>(() => {});
const late = new Error('late');

function start<T>(run: () => Promise<T>, given: Partial<Deadline> = {}) {
  const clock = createTimers();
  const { timers, time } = clock;
  const result = withDeadline(run, { ms: 300, error: () => late, signal: undefined, timers, elapsed: () => time.ms, ...given });
  return { ...clock, result };
}

it('ends at once where the timer fires on time', async () => {
  const { result, fire, time, set } = start(() => never);
  time.ms += 300;
  fire();
  await expect(result).rejects.toBe(late);
  expect(set).toEqual([300]);
});

it('ends at once where the timer fires early, or by a clock that stands still', async () => {
  const { result, fire, set } = start(() => never);
  fire();
  await expect(result).rejects.toBe(late);
  expect(set).toEqual([300]);
});

it.each<[how: string, lateMs: number, stepMs: number, looks: number]>([
  ['late by a little', 1, 1, 2],
  ['late by much, at most for 500 ms', 9_000, 5, 100],
  ['late by much where the machine gives the process little time, as often as where it gives much', 9_000, 20, 50],
  ['late by much where it gives next to none, at most for two seconds', 9_000, 100, 20],
])('looks more than once where the timer fires %s, and then ends', async (_how, lateMs, stepMs, looks) => {
  const { result, fire, time, set } = start(() => never);
  time.ms += 300 + lateMs;
  fire();
  for (let more = 1; more < looks; more++) {
    time.ms += stepMs;
    fire();
  }
  expect(set).toEqual([300, ...Array.from({ length: looks }, () => 0)]);
  time.ms += stepMs;
  fire();
  await expect(result).rejects.toBe(late);
  expect(fire).toThrow();
});

it('gives what has come by then, and leaves no timer', async () => {
  let come: (value: string) => void = () => {};
  const { result, fire, time, set } = start(() => new Promise<string>((resolve) => (come = resolve)));
  time.ms += 600;
  fire();
  come('an answer');
  await expect(result).resolves.toBe('an answer');
  expect(set).toEqual([300, 0]);
  expect(fire).toThrow();
});

it('tells what runs why it ends', async () => {
  let seen: AbortSignal | undefined;
  const { timers, fire, time } = createTimers();
  const run = (signal: AbortSignal): Promise<never> => ((seen = signal), never);
  const result = withDeadline(run, { ms: 300, error: () => late, signal: undefined, timers, elapsed: () => time.ms });
  fire();
  await expect(result).rejects.toBe(late);
  expect(seen!.reason).toBe(late);
});

it('an abort ends it while it looks', async () => {
  const controller = new AbortController();
  const { result, fire, time } = start(() => never, { signal: controller.signal });
  time.ms += 600;
  fire();
  controller.abort('gone');
  await expect(result).rejects.toBe('gone');
  expect(fire).toThrow();
});

it('a sleep ends by its timer or an abort, and leaves no timer', async () => {
  const { timers, fire, set } = createTimers();
  const slept = sleep(50, undefined, timers);
  fire();
  await expect(slept).resolves.toBeUndefined();
  const controller = new AbortController();
  const disturbed = sleep(70, controller.signal, timers);
  controller.abort('gone');
  await expect(disturbed).rejects.toBe('gone');
  expect(set).toEqual([50, 70]);
  expect(fire).toThrow();
});
