import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeDecimal } from './writeDecimal.ts';

it('writes what String would, wherever it is to stand, and nothing beside it', () => {
  const edges = [0, 9, 10, 99_999, 100_000, 100_001, 999_999, 2 ** 31, 2 ** 32, 9_999_999_999].map((number) => fc.constant(number));
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: 0, max: 9_999_999_999 }), ...edges), fc.nat(20), (number, at) => {
      const bytes = new Uint8Array(40);
      const end = writeDecimal(number, bytes, at);
      expect(Buffer.from(bytes).toString('latin1')).toBe(`${'\0'.repeat(at)}${number}`.padEnd(40, '\0'));
      expect(end).toBe(at + String(number).length);
    }),
  );
});
