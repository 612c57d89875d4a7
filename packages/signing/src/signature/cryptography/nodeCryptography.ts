import { DIGEST_BYTES, HASH } from '../../generated/hash.ts';
import type { KeyedDigest } from './keyedDigest.ts';

// Not imported: for an import, Node reads all that it exports, and so loads what it otherwise would not.
const { hash, randomFillSync } = process.getBuiltinModule('node:crypto');

// Of SHA-1 and of SHA-256.
const BLOCK_BYTES = 64;

/** For Node and Bun, whose one-shot hash is far quicker than their HMAC: RFC 2104's two hashes, over the key's pads and what follows each. */
export function createKeyedDigest(key: Uint8Array): KeyedDigest {
  const block = new Uint8Array(BLOCK_BYTES);
  block.set(key.length > BLOCK_BYTES ? hash(HASH, key, 'buffer') : key);
  const outer = new Uint8Array(BLOCK_BYTES + DIGEST_BYTES);
  outer.set(block.map((byte) => byte ^ 0x5c));
  const innerPad = block.map((byte) => byte ^ 0x36);
  // Messages are mostly as long as the one before.
  let inner = new Uint8Array();

  return (message, into) => {
    if (inner.length !== BLOCK_BYTES + message.length) {
      inner = new Uint8Array(BLOCK_BYTES + message.length);
      inner.set(innerPad);
    }
    inner.set(message, BLOCK_BYTES);
    // As text of one character a byte: a buffer for each digest would cost as much as the digest.
    writeBinary(hash(HASH, inner, 'binary'), outer, BLOCK_BYTES);
    writeBinary(hash(HASH, outer, 'binary'), into, 0);
  };
}

/** Fills an array with numbers that nobody can guess. */
export function fillRandom(into: Uint32Array): void {
  randomFillSync(into);
}

function writeBinary(text: string, into: Uint8Array, at: number): void {
  for (let index = 0; index < DIGEST_BYTES; index++) into[at + index] = text.charCodeAt(index);
}
