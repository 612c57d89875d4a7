import { hmac } from '@noble/hashes/hmac.js';
import { DIGEST_BYTES } from '../../generated/hash.ts';
import { portableHash } from '../../generated/portableHash.ts';
import type { KeyedDigest } from './keyedDigest.ts';

/** For every runtime, by the audited library. */
export function createKeyedDigest(key: Uint8Array): KeyedDigest {
  const keyed = hmac.create(portableHash, key);
  // Copied into, message by message: making a new state is half of the time of a digest.
  const state = keyed.clone();
  return (message, into) => {
    keyed._cloneInto(state);
    state.update(message).digestInto(into.subarray(0, DIGEST_BYTES));
  };
}

/** Fills an array with numbers that nobody can guess. */
export function fillRandom(into: Uint32Array<ArrayBuffer>): void {
  crypto.getRandomValues(into);
}
