import { beforeEach, describe, expect, it } from 'vitest';
import { createSecureRandom } from './secureRandom.ts';

it('draws from the whole range of ten digits, evenly', () => {
  const random = createSecureRandom();
  const tenths = Array.from({ length: 10 }, () => 0);
  let odd = 0;
  for (let draw = 0; draw < 10_000; draw++) {
    const number = random();
    expect(Number.isInteger(number)).toBe(true);
    tenths[Math.floor(number / 1e9)]!++;
    odd += number % 2;
  }
  expect(tenths).toHaveLength(10);
  // Thirteen standard deviations: less likely to fail than the machine is.
  for (const count of [...tenths, odd / 5]) expect(Math.abs(count - 1_000)).toBeLessThan(400);
});

describe('of what the runtime gives', () => {
  let words: number[];
  let fills: number;
  let random: () => number;
  beforeEach(() => {
    fills = 0;
    random = createSecureRandom((into) => (fills++, into.set(words)));
  });

  it('takes two words for a number, of the first twenty-one bits', () => {
    words = [0, 5, 1, 0, 2, 3, 0xffe0_0000, 7, 0x0020_0002, 0, 0x001f_ffff, 0xffff_ffff];
    const range = 10_000_000_000n;
    const largest = Number((0x1f_ffffn * 2n ** 32n + 0xffff_ffffn) % range);
    expect(Array.from({ length: 6 }, random)).toEqual([5, 2 ** 32, 2 ** 33 + 3, 7, 2 ** 33, largest]);
  });

  it('asks for many at a time, and for more only when all are used', () => {
    words = [];
    random();
    expect(fills).toBe(1);
    for (let draw = 1; draw < 128; draw++) random();
    expect(fills).toBe(1);
    random();
    expect(fills).toBe(2);
  });
});
