import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';

/** Writes the twenty bytes of HMAC-SHA1 of a message to the start of `into`. What the key makes of itself is worked out once, for all messages. */
export type KeyedDigest = (message: Uint8Array, into: Uint8Array) => void;

type NodeHash = (typeof import('node:crypto'))['hash'];

const DIGEST_BYTES = 20;
const BLOCK_BYTES = 64;

/** The fastest digest for this runtime. All of them give the same bytes. */
export function createKeyedDigest(key: Uint8Array): KeyedDigest {
  const hash = nodeHash();
  return hash === undefined ? createPortableDigest(key) : createNodeDigest(key, hash);
}

/** For every runtime, by the audited library. */
export function createPortableDigest(key: Uint8Array): KeyedDigest {
  const keyed = hmac.create(sha1, key);
  // Copied into, message by message: making a new state is half of the time of a digest.
  const state = keyed.clone();
  return (message, into) => {
    // oxlint-disable-next-line eslint/no-underscore-dangle -- the library documents it under this name
    keyed._cloneInto(state);
    state.update(message).digestInto(into.subarray(0, DIGEST_BYTES));
  };
}

/** For Node, whose one-shot hash is far quicker than its HMAC: RFC 2104's two hashes, over the key's pads and what follows each. */
export function createNodeDigest(key: Uint8Array, hash: NodeHash): KeyedDigest {
  const block = new Uint8Array(BLOCK_BYTES);
  block.set(key.length > BLOCK_BYTES ? hash('sha1', key, 'buffer') : key);
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
    writeBinary(hash('sha1', inner, 'binary'), outer, BLOCK_BYTES);
    writeBinary(hash('sha1', outer, 'binary'), into, 0);
  };
}

function writeBinary(text: string, into: Uint8Array, at: number): void {
  for (let index = 0; index < DIGEST_BYTES; index++) into[at + index] = text.charCodeAt(index);
}

/** Node's one-shot hash, where it is the quicker way: in Node and Bun, but neither in Deno nor in what else imitates Node. */
export function nodeHash(): NodeHash | undefined {
  const { process } = globalThis as { process?: typeof globalThis.process };
  const isQuick = process?.versions?.uv !== undefined && process.versions['deno'] === undefined;
  return isQuick ? process.getBuiltinModule?.('node:crypto')?.hash : undefined;
}
