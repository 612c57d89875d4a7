import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withTimeout } from './withTimeout.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('gives what was waited for, and leaves no timer running', async () => {
  await expect(withTimeout(Promise.resolve(7), 1_000)).resolves.toBe(7);
  await expect(withTimeout(Promise.reject(new Error('no')), 1_000)).rejects.toThrow('no');
  expect(vi.getTimerCount()).toBe(0);
});

it('rejects with ETIMEDOUT at the end of the time, and not before', async () => {
  const late = vi.fn<(error: unknown) => void>();
  withTimeout(new Promise(() => {}), 1_000).catch(late);
  await vi.advanceTimersByTimeAsync(999);
  expect(late).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(late).toHaveBeenCalledWith(expect.objectContaining({ code: 'ETIMEDOUT' }));
  expect(vi.getTimerCount()).toBe(0);
});
