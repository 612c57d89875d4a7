/** A digest that the SDK can make. */
export interface Digest {
  readonly bytes: number;
  /** The hash under it, as Node calls it. */
  readonly hash: string;
  /** Where the portable one comes from. */
  readonly portable: { readonly name: string; readonly from: string };
}

/** Every digest that `signing` has been tried with, by the name that signature.yaml gives it. Each has blocks of 64 bytes. */
export const digests: Readonly<Record<string, Digest>> = {
  'HMAC-SHA1': { bytes: 20, hash: 'sha1', portable: { name: 'sha1', from: '@noble/hashes/legacy.js' } },
  'HMAC-SHA256': { bytes: 32, hash: 'sha256', portable: { name: 'sha256', from: '@noble/hashes/sha2.js' } },
};
