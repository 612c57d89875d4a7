import { fillRandom } from '#cryptography';
import { signatureScheme } from '@finauth-sdk/client';

const LIMIT = 10 ** signatureScheme.randomMaxDigits;
const DRAWS = 128;

/** A source of cryptographically secure whole numbers of at most as many digits as the scheme allows. `fill` is the runtime's, and a test's own in tests. */
export function createSecureRandom(fill: (words: Uint32Array<ArrayBuffer>) => void = fillRandom): () => number {
  // Drawn many at a time: a call into the runtime for each would cost more than the rest of a signature.
  const pool = new Uint32Array(2 * DRAWS);
  let next = pool.length;
  return () => {
    if (next === pool.length) {
      fill(pool);
      next = 0;
    }
    const high = pool[next++]!;
    const low = pool[next++]!;
    // 53 random bits over a range of 34: the bias is below one in 500,000.
    return ((high & 0x1fffff) * 0x1_0000_0000 + low) % LIMIT;
  };
}
