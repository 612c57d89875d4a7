/** Writes the bytes of the signature's digest of a message, such as HMAC-SHA1, to the start of `into`. What the key makes of itself is worked out once, for all messages. */
export type KeyedDigest = (message: Uint8Array, into: Uint8Array) => void;
