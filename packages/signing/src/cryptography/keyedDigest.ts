/** Writes the twenty bytes of HMAC-SHA1 of a message to the start of `into`. What the key makes of itself is worked out once, for all messages. */
export type KeyedDigest = (message: Uint8Array, into: Uint8Array) => void;

export const DIGEST_BYTES = 20;
