import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readBody } from './readBody.ts';

async function* of(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void> {
  yield* chunks;
}

it('reads whatever chunks a body comes in, as long as it is no longer than the limit', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 60 }), fc.nat(100), async (chunks, slack) => {
      const copies = chunks.map((chunk) => chunk.slice());
      const whole = Uint8Array.from(chunks.flatMap((chunk) => [...chunk]));
      expect(await readBody(of(chunks), whole.length + slack)).toEqual(whole);
      if (whole.length > 0) expect(await readBody(of(chunks), whole.length - 1)).toBeUndefined();
      // They are somebody else's.
      expect(chunks).toEqual(copies);
    }),
    { numRuns: 300 },
  );
});
