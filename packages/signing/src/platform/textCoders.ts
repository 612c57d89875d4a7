/** The platform's TextEncoder and TextDecoder. Jest's jsdom hides them, and the Node beneath has them. Looked up when needed: a test may put them there later. */
function coders(): Pick<typeof globalThis, 'TextDecoder' | 'TextEncoder'> {
  return typeof TextDecoder === 'function' && typeof TextEncoder === 'function'
    ? globalThis
    : (process.getBuiltinModule('node:util') as Pick<typeof globalThis, 'TextDecoder' | 'TextEncoder'>);
}

export function encodeUtf8(text: string): Uint8Array {
  return new (coders().TextEncoder)().encode(text);
}

/** Undefined for bytes that are no UTF-8, unless `fatal` is false. */
export function decodeUtf8(
  bytes: Uint8Array,
  { fatal = true, ignoreBOM = false }: { readonly fatal?: boolean; readonly ignoreBOM?: boolean } = {},
): string | undefined {
  try {
    return new (coders().TextDecoder)('utf-8', { fatal, ignoreBOM }).decode(bytes);
  } catch {
    return undefined;
  }
}
