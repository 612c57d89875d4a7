/** Bytes as Base64 with the standard alphabet, padded, on one line. By the runtime's own means where it has them, which is many times faster. */
export const encodeBase64: (bytes: Uint8Array) => string = /* @__PURE__ */ chooseEncoder();

function chooseEncoder(): (bytes: Uint8Array) => string {
  if ('toBase64' in Uint8Array.prototype) return (bytes) => (bytes as unknown as { toBase64(): string }).toBase64();
  const { Buffer } = globalThis as { Buffer?: typeof globalThis.Buffer };
  if (Buffer !== undefined) return ({ buffer, byteOffset, length }) => Buffer.from(buffer, byteOffset, length).toString('base64');
  return (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The bytes of a Base64 text, or undefined where the text is not exactly what `encodeBase64` would have made of them. */
export function decodeBase64(text: string): Uint8Array | undefined {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    // atob passes over white space, missing padding and stray bits in the last character.
    return encodeBase64(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}
