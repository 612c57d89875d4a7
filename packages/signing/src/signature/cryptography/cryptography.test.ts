import { signatureScheme } from '@finauth-sdk/client';
import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import vectors from '../../../vectors/signatures.json' with { type: 'json' };
import { bytesOf } from '../digest.ts';
import { DIGEST_BYTES, HASH } from '../../generated/hash.ts';
import type { KeyedDigest } from './keyedDigest.ts';
import * as node from './nodeCryptography.ts';
import * as portable from './portableCryptography.ts';

const paths: [string, (key: Uint8Array) => KeyedDigest][] = [
  ['Node’s own hash', node.createKeyedDigest],
  ['the portable library', portable.createKeyedDigest],
];

function hexOf(digest: KeyedDigest, message: Uint8Array): string {
  const into = new Uint8Array(DIGEST_BYTES + 10);
  digest(message, into);
  // Not a byte more than the digest is written.
  expect(into.subarray(DIGEST_BYTES)).toEqual(new Uint8Array(10));
  return Buffer.from(into.subarray(0, DIGEST_BYTES)).toString('hex');
}

describe.each(paths)('the digest by %s', (_what, createDigest) => {
  it('agrees with every vector', () => {
    for (const { apiSecret, raw, [signatureScheme.digest]: expected } of vectors)
      expect(hexOf(createDigest(bytesOf(apiSecret)), bytesOf(raw))).toBe(expected.digestHex);
  });

  it('is the HMAC for any key and any messages in turn, as another implementation has it', () => {
    const messages = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 150 }), messages, (key, messages) => {
        const digest = createDigest(key);
        for (const message of messages) {
          expect(hexOf(digest, message)).toBe(createHmac(HASH, key).update(message).digest('hex'));
        }
      }),
    );
  });

  it('leaves the key and the message as they were', () => {
    const key = Uint8Array.from([1, 2, 3]);
    const message = Uint8Array.from([4, 5, 6]);
    hexOf(createDigest(key), message);
    expect([...key, ...message]).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe.each<[string, (into: Uint32Array<ArrayBuffer>) => void]>([
  ['Node’s own', node.fillRandom],
  ['the platform’s', portable.fillRandom],
])('random numbers: %s', (_what, fillRandom) => {
  it('fill all of the array, over all 32 bits, and are others each time', () => {
    const [first, second] = [new Uint32Array(1_000), new Uint32Array(1_000)];
    fillRandom(first);
    fillRandom(second);
    // Two equal numbers among two thousand are a chance of one in two thousand; a hundred are none.
    expect(new Set([...first, ...second]).size).toBeGreaterThan(1_900);
    expect(first.reduce((all, number) => all | number, 0) >>> 0).toBe(0xffffffff);
    expect(first.reduce((all, number) => all & number, 0xffffffff) >>> 0).toBe(0);
  });
});
