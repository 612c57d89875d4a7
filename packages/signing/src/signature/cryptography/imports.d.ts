// Which file it is, the package's `imports` say. All of them export this.
declare module '#cryptography' {
  export function createKeyedDigest(key: Uint8Array): (message: Uint8Array, into: Uint8Array) => void;
  export function fillRandom(into: Uint32Array): void;
}
